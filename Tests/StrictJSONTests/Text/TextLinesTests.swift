import StrictJSON
import Testing

@Suite("Lines and columns") struct TextLinesTests {
    @Test(arguments: [
        ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1),
        ("a\nb\n", 4, 3, 1), ("a\r\nb", 3, 2, 1), ("\n\n\n", 2, 3, 1), ("éa", 2, 1, 2), ("\"Иван\" x", 11, 1, 8),
        ("😀x", 4, 1, 2), ("e\u{301}x", 3, 1, 3), ("abc", 99, 1, 4), ("abc", -1, 1, 1),
    ])
    func `counts lines from 1 and columns in scalars from 1`(
        _ text: String,
        _ offset: Int,
        _ line: Int,
        _ column: Int
    ) throws {
        let position = TextPosition(line: line, column: column)
        #expect(TextLines(Array(text.utf8)).position(at: offset) == position)
    }

    @Test func `a document gives the same positions`() throws {
        let text = "{\n  \"имя\": [1,\n 2]\n}"
        let document = try JSONDocument(parsing: text)
        let lines = TextLines(document.bytes)
        for offset in -1...document.bytes.count + 1 {
            #expect(document.position(at: offset) == lines.position(at: offset))
        }
        let two = try #require(document.root["имя"]?[1])
        #expect(document.position(at: two.byteRange.lowerBound) == TextPosition(line: 3, column: 2))
        #expect(document.position(at: two.byteRange.lowerBound).description == "3:2")
    }

    @Test func `gives the bytes of a line without its end`() {
        let lines = TextLines(Array("ab\r\n\ncd\ne".utf8))
        #expect(lines.count == 4)
        #expect(lines.byteRange(ofLine: 1) == 0..<2)
        #expect(lines.byteRange(ofLine: 2) == 4..<4)
        #expect(lines.byteRange(ofLine: 3) == 5..<7)
        #expect(lines.byteRange(ofLine: 4) == 8..<9)
        #expect(lines.byteRange(ofLine: 5) == nil)
        #expect(lines.byteRange(ofLine: 0) == nil)
    }

    @Test func `positions are ordered by line, then by column`() {
        #expect(TextPosition(line: 1, column: 9) < TextPosition(line: 2, column: 1))
        #expect(TextPosition(line: 2, column: 1) < TextPosition(line: 2, column: 3))
    }
}
