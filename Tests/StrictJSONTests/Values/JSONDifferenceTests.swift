import StrictJSON
import Testing

struct JSONDifferenceTests {
    private static func differences(_ before: String, _ after: String) throws -> [String] {
        try JSONDocument(parsing: after).root.differences(from: JSONDocument(parsing: before).root)
            .map { difference in
                func text(_ value: JSONValue?) -> String {
                    value.map { String(decoding: $0.rawBytes, as: UTF8.self) } ?? "nothing"
                }
                return "\(difference.pointer): \(text(difference.before)) -> \(text(difference.after))"
            }
    }

    @Test(arguments: [
        ("{\"a\":1}", "{\"a\":2}", ["/a: 1 -> 2"]),
        ("{\"a\":1}", "{\"a\":1.0}", ["/a: 1 -> 1.0"]),
        ("{\"a\":\"é\"}", "{\"a\":\"\\u00e9\"}", ["/a: \"é\" -> \"\\u00e9\""]),
        ("{\"a\":1,\"b\":{\"c\":2}}", "{\"b\":{}}", ["/a: 1 -> nothing", "/b/c: 2 -> nothing"]),
        ("{}", "{\"a\":[1]}", ["/a: nothing -> [1]"]),
        ("[1,2]", "[1,3,4]", ["/1: 2 -> 3", "/2: nothing -> 4"]),
        ("[[1],2]", "[[]]", ["/0/0: 1 -> nothing", "/1: 2 -> nothing"]),
        ("{\"a\":{}}", "{\"a\":[]}", ["/a: {} -> []"]),
        ("1", "null", [": 1 -> null"]),
    ])
    func `a difference has its place and both values`(before: String, after: String, expected: [String]) throws {
        #expect(try Self.differences(before, after) == expected)
    }

    @Test(arguments: [("{\"a\":1,\"b\":2}", "{ \"b\":2,\n\"a\" : 1 }"), ("[ 1 , \"x\" ]", "[1,\"x\"]"), ("{}", "{ }")])
    func `white space and the order of members are no difference`(before: String, after: String) throws {
        #expect(try Self.differences(before, after).isEmpty)
    }
}
