import StrictJSON
import Testing

@Suite("Writer") struct JSONWriterTests {
    private let tree: JSONTree = ["a": [1, ["b": nil]], "c": [:], "d": [], "e": "x"]

    @Test func `compact has no whitespace`() {
        #expect(JSONWriter.compact.writeString(tree) == #"{"a":[1,{"b":null}],"c":{},"d":[],"e":"x"}"#)
    }

    @Test func `spaced has a blank after each comma and colon`() {
        #expect(
            JSONWriter(layout: .spaced).writeString(tree) == #"{"a": [1, {"b": null}], "c": {}, "d": [], "e": "x"}"#
        )
    }

    @Test func `pretty has a line for each member and element`() {
        let expected = """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": {},
              "d": [],
              "e": "x"
            }
            """
        #expect(JSONWriter.pretty.writeString(tree) == expected + "\n")
        #expect(JSONWriter(layout: .pretty(indent: 2)).writeString(tree) == expected)
        #expect(JSONWriter(layout: .pretty(indent: 0)).writeString([1, 2] as JSONTree) == "[\n1,\n2\n]")
        #expect(JSONWriter(layout: .pretty(indent: -3)).writeString([1, 2] as JSONTree) == "[\n1,\n2\n]")
    }

    @Test(arguments: [
        ("\"\\", #""\"\\""#, #""\"\\""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#, #""\b\f\n\r\t""#),
        ("\0\u{1F}\u{1}", #""\u0000\u001f\u0001""#, #""\u0000\u001f\u0001""#), ("\u{7F}", "\"\u{7F}\"", "\"\u{7F}\""),
        ("/", "\"/\"", "\"/\""),
        ("é", "\"é\"", #""\u00e9""#), ("Ж€", "\"Ж€\"", #""\u0416\u20ac""#), ("😀", "\"😀\"", #""\ud83d\ude00""#),
        ("\u{10FFFF}\u{10000}", "\"\u{10FFFF}\u{10000}\"", #""\udbff\udfff\ud800\udc00""#),
        ("\u{FFFF}\u{D7FF}\u{E000}", "\"\u{FFFF}\u{D7FF}\u{E000}\"", #""\uffff\ud7ff\ue000""#),
        ("\u{7FF}\u{800}", "\"\u{7FF}\u{800}\"", #""\u07ff\u0800""#), ("", "\"\"", "\"\""),
        ("aéb\nc", "\"aéb\\nc\"", #""a\u00e9b\nc""#),
    ])
    func `escapes what must be, and what was asked for`(_ text: String, _ utf8: String, _ ascii: String) throws {
        for (escaping, expected) in [(JSONWriter.Escaping.utf8, utf8), (.ascii, ascii)] {
            let writer = JSONWriter(escaping: escaping)
            #expect(writer.writeString(.string(text)).utf8.elementsEqual(expected.utf8))
            #expect(writer.writeString(quoting: text).utf8.elementsEqual(expected.utf8))
            #expect(writer.writeString(try JSONDocument(parsing: expected).root).utf8.elementsEqual(expected.utf8))
            #expect(writer.writeString([text: nil] as JSONTree).utf8.elementsEqual("{\(expected):null}".utf8))
        }
    }

    @Test func `writes the solidus as PHP does when asked to`() {
        #expect(JSONWriter(escapesSolidus: true).writeString(["a/b": "/"] as JSONTree) == #"{"a\/b":"\/"}"#)
        #expect(JSONWriter(escapesSolidus: true).writeString(quoting: "/") == #""\/""#)
    }

    @Test func `keeps literals, order and equal names of a document`() throws {
        let text = #"{"z":1.50,"a":-0,"z":1E+2}"#
        let document = try JSONDocument(parsing: text, policy: .rfc8259)
        #expect(JSONWriter.compact.writeString(document.root) == text)
    }

    @Test func `writes a value from inside a document`() throws {
        let document = try JSONDocument(parsing: #"{"a": [ 1, { "b" : [ ] } ], "c": 2}"#)
        #expect(JSONWriter.compact.writeString(try #require(document.root["a"])) == #"[1,{"b":[]}]"#)
        #expect(JSONWriter.compact.writeString(try #require(document.root["a"]?[1]?["b"])) == "[]")
        #expect(JSONWriter.compact.writeString(try #require(document.root["c"])) == "2")
    }

    @Test(arguments: ["1", "\"x\"", "[]", "{}", "null"]) func `a final newline is added once`(_ text: String) throws {
        let writer = JSONWriter(layout: .spaced, endsWithNewline: true)
        #expect(writer.writeString(try JSONTree(parsing: text)) == text + "\n")
    }
}
