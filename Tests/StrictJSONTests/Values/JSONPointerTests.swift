import StrictJSON
import Testing

@Suite("JSON Pointer") struct JSONPointerTests {
    /// The document and the table of RFC 6901 section 5.
    private static let example = #"""
        {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}
        """#

    @Test(arguments: [
        ("/foo/0", #""bar""#), ("/foo", #"["bar","baz"]"#), ("/", "0"), ("/a~1b", "1"), ("/c%d", "2"), ("/e^f", "3"),
        ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"), ("", example),
    ])
    func `leads to the values of the example of RFC 6901`(_ pointer: String, _ value: String) throws {
        let pointer = try #require(JSONPointer(pointer))
        let document = try JSONDocument(parsing: Self.example)
        let expected = try JSONDocument(parsing: value)
        #expect(try #require(document.root.value(at: pointer)).isEqual(to: expected.root))
        #expect(JSONTree(document.root)[pointer] == JSONTree(expected.root))
    }

    @Test(arguments: [
        "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/ 0", "/foo/0/x", "/bar", "/foo/",
        "/foo/99999999999999999999",
    ])
    func `leads nowhere`(_ pointer: String) throws {
        let pointer = try #require(JSONPointer(pointer))
        let document = try JSONDocument(parsing: Self.example)
        #expect(document.root.value(at: pointer) == nil)
        #expect(JSONTree(document.root)[pointer] == nil)
    }

    @Test(
        arguments: [
            ("", []), ("/", [""]), ("//", ["", ""]), ("/a", ["a"]), ("/a/0", ["a", "0"]), ("/~01", ["~1"]),
            ("/~1~0", ["/~"]), ("/é/😀", ["é", "😀"]),
        ] as [(String, [String])]
    )
    func `reads and writes its string form`(_ text: String, _ tokens: [String]) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(pointer.tokens == tokens)
        #expect(pointer.description == text)
        #expect(pointer == JSONPointer(tokens: tokens))
    }

    @Test(arguments: ["a", "a/b", " /a", "/~", "/~2", "/a~", "/~/a", "#/a"]) func `refuses what is no pointer`(
        _ text: String
    ) {
        #expect(JSONPointer(text) == nil)
    }

    @Test func `is built token by token`() {
        let pointer = JSONPointer.root.appending("a/b").appending(3).appending("~")
        #expect(pointer.description == "/a~1b/3/~0")
        #expect(pointer.parent?.description == "/a~1b/3")
        #expect(JSONPointer.root.parent == nil)
        #expect(JSONPointer.root.isPrefix(of: pointer))
        #expect(JSONPointer(tokens: ["a/b"]).isPrefix(of: pointer))
        #expect(!JSONPointer(tokens: ["a"]).isPrefix(of: pointer))
        #expect(!pointer.isPrefix(of: .root))
    }

    @Test func `is compared by bytes`() {
        let composed = JSONPointer(tokens: ["\u{E9}"])
        let decomposed = JSONPointer(tokens: ["e\u{301}"])
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)
        #expect(JSONPointer(tokens: ["a", "b"]).hashValue != JSONPointer(tokens: ["ab", ""]).hashValue)
    }
}
