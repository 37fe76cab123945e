import StrictJSON
import Testing

@Suite("Equality of values") struct EqualityTests {
    @Test(arguments: [
        ("null", "null"), ("true", "true"), ("1", "1.0"), ("1e2", "100"), ("-0", "0"), (#""a""#, #""\u0061""#),
        ("[]", "[ ]"), ("[1,2]", "[1.0, 2]"), ("{}", "{ }"), (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#),
        (#"{"a":{"x":[1],"y":2},"b":[]}"#, #"{"b":[],"a":{"y":2.0,"x":[1e0]}}"#), (#"{"\u0061":1}"#, #"{"a":1}"#),
        (#"{"a":1,"b":2,"c":3,"d":4}"#, #"{"d":4,"a":1,"c":3,"b":2}"#), (#""\ud83d\ude00""#, "\"😀\""),
    ])
    func `is equal, and hashes the same`(_ first: String, _ second: String) throws {
        let first = try JSONDocument(parsing: first).root
        let second = try JSONDocument(parsing: second).root
        #expect(first.isEqual(to: second) && second.isEqual(to: first))
        #expect(hash(first) == hash(second))
    }

    @Test(arguments: [
        ("null", "false"), ("true", "false"), ("1", "\"1\""), ("1", "2"), ("1", "true"), ("0", "null"), ("[]", "{}"),
        ("[1,2]", "[2,1]"),
        ("[1]", "[1,1]"), ("[1,2]", "[1]"), (#"{"a":1}"#, #"{"b":1}"#), (#"{"a":1}"#, #"{"a":2}"#),
        (#"{"a":1}"#, #"{"a":1,"b":1}"#),
        (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#), ("\"\u{E9}\"", "\"e\u{301}\""), ("\"\"", "[]"), ("[[1],2]", "[[1,2]]"),
        ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}"), ("0.1", "0.10000000000000000001"), ("[{\"a\":[{}]}]", "[{\"a\":[[]]}]"),
        ("[]", "[[]]"),
        ("9007199254740993", "9007199254740992"), ("\"a\"", "\"ab\""), ("\"ab\"", "\"a\\u0062c\""),
    ])
    func `is different`(_ first: String, _ second: String) throws {
        let first = try JSONDocument(parsing: first).root
        let second = try JSONDocument(parsing: second).root
        #expect(!first.isEqual(to: second) && !second.isEqual(to: first))
        #expect(hash(first) != hash(second))
    }

    @Test(arguments: [1, 15, 16, 17, 40, 5_000]) func `objects of every size are compared without regard to order`(
        _ count: Int
    ) throws {
        let members = (0..<count).map { "\"m\($0)\":[\($0)]" }
        let first = try JSONDocument(parsing: "{" + members.joined(separator: ",") + "}").root
        let second = try JSONDocument(parsing: "{" + members.reversed().joined(separator: ",") + "}").root
        let third = try JSONDocument(
            parsing: "{" + members.dropFirst().joined(separator: ",") + (count > 1 ? "," : "") + "\"m0\":[1]}"
        )
        .root
        #expect(first.isEqual(to: second))
        #expect(hash(first) == hash(second))
        #expect(!first.isEqual(to: third))
        #expect(!third.isEqual(to: second))
    }

    @Test func `of equal names the last counts`() throws {
        func parse(_ text: String) throws -> JSONValue { try JSONDocument(parsing: text, policy: .rfc8259).root }
        let twice = try parse(#"{"a":1,"b":0,"a":2}"#)
        #expect(try twice.isEqual(to: parse(#"{"a":2,"b":0}"#)))
        #expect(try parse(#"{"b":0,"a":2}"#).isEqual(to: twice))
        #expect(try !twice.isEqual(to: parse(#"{"a":1,"b":0}"#)))
        #expect(try !twice.isEqual(to: JSONDocument(parsing: #"{"a":2,"b":0,"c":0}"#).root))
        #expect(try hash(twice) == hash(parse(#"{"b":0,"a":2}"#)))
    }

    private func hash(_ value: JSONValue) -> Int {
        var hasher = Hasher()
        value.hash(into: &hasher)
        return hasher.finalize()
    }
}
