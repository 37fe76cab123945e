import StrictJSON
import Testing

@Suite("Trees") struct JSONTreeTests {
    private let body: JSONTree = [
        "id": "ps_1", "amount": 10_000, "flags": [true, nil, -1], "inner": ["x": [:], "y": []],
    ]

    @Test func `literals keep their order`() {
        #expect(
            JSONWriter.compact.writeString(body)
                == #"{"id":"ps_1","amount":10000,"flags":[true,null,-1],"inner":{"x":{},"y":[]}}"#
        )
    }

    @Test func `copies a document with its literals, order and equal names`() throws {
        let text = #"{"b":[1.50,1E2,"\u0041",[],{},[[1]]],"a":{"c":null},"b":true,"d":{"e":{"f":[{}]}}}"#
        let document = try JSONDocument(parsing: text, policy: .rfc8259)
        #expect(JSONWriter.compact.writeString(JSONTree(document.root)) == text.replacing(#"\u0041"#, with: "A"))
        #expect(JSONTree(try #require(document.root["d"]?["e"])) == ["f": [[:]]])
        #expect(try JSONTree(parsing: "[1]") == [1])
        #expect(throws: JSONTextError.self) { try JSONTree(parsing: Array("[1".utf8)) }
    }

    @Test func `gets and sets members by name`() {
        var tree = body
        #expect(tree["amount"]?.number == 10_000)
        #expect(tree["id"]?.string == "ps_1")
        #expect(tree["flags"]?.elements?.first?.boolean == true)
        #expect(tree["inner"]?.members?.count == 2)
        #expect(tree["none"] == nil)
        tree["amount"] = 5
        tree["new"] = "x"
        tree["id"] = nil
        tree["none"] = nil
        #expect(tree == ["amount": 5, "flags": [true, nil, -1], "inner": ["x": [:], "y": []], "new": "x"])
        var text: JSONTree = "text"
        text["a"] = 1
        #expect(text == "text")
        #expect(text["a"] == nil)
    }

    @Test(
        arguments: [
            ("/a/b", "7", #"{"a":{"b":7,"c":[1,2]}}"#), ("/a/d", "[]", #"{"a":{"b":1,"c":[1,2],"d":[]}}"#),
            ("/a/c/0", "null", #"{"a":{"b":1,"c":[null,2]}}"#), ("/a/c/2", "3", #"{"a":{"b":1,"c":[1,2,3]}}"#),
            ("/a/c/-", "3", #"{"a":{"b":1,"c":[1,2,3]}}"#), ("/a/c/3", "3", #"{"a":{"b":1,"c":[1,2]}}"#),
            ("/a/x/y", "3", #"{"a":{"b":1,"c":[1,2]}}"#), ("/a/b/y", "3", #"{"a":{"b":1,"c":[1,2]}}"#), ("", "5", "5"),
            ("/a/b", nil, #"{"a":{"c":[1,2]}}"#), ("/a/c/0", nil, #"{"a":{"b":1,"c":[2]}}"#), ("/a", nil, "{}"),
            ("/a/c/2", nil, #"{"a":{"b":1,"c":[1,2]}}"#), ("", nil, #"{"a":{"b":1,"c":[1,2]}}"#),
            ("/a/c/-/x", "3", #"{"a":{"b":1,"c":[1,2]}}"#), ("/a/c/01", "3", #"{"a":{"b":1,"c":[1,2]}}"#),
        ] as [(String, String?, String)]
    )
    func `sets and removes at a pointer`(_ pointer: String, _ value: String?, _ expected: String) throws {
        var tree = try JSONTree(parsing: #"{"a":{"b":1,"c":[1,2]}}"#)
        let pointer = try #require(JSONPointer(pointer))
        let value = try value.map { try JSONTree(parsing: $0) }
        let copy = value.map { tree.setting(pointer, to: $0) } ?? tree.removing(pointer)
        tree[pointer] = value
        #expect(JSONWriter.compact.writeString(tree) == expected)
        #expect(copy == tree)
    }

    @Test func `strings and names are compared by bytes, numbers by value`() {
        #expect(JSONTree.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSONTree.object([.init(name: "\u{E9}", value: 1)]) != .object([.init(name: "e\u{301}", value: 1)]))
        #expect(Set<JSONTree>(["\u{E9}", "e\u{301}", "\u{E9}"]).count == 2)
        #expect(JSONTree.number(JSONNumber("1.0") ?? 0) == 1)
        #expect(JSONTree.number(JSONNumber("1.0") ?? 0).hashValue == (1 as JSONTree).hashValue)
        #expect((["a": 1, "b": 2] as JSONTree) != ["b": 2, "a": 1])
        #expect((true as JSONTree) != 1)
        #expect((nil as JSONTree) != false)
    }

    @Test func `knows its kind`() {
        let trees: [JSONTree] = [nil, true, 1, "", [], [:]]
        #expect(trees.map(\.kind) == [.null, .boolean, .number, .string, .array, .object])
    }
}
