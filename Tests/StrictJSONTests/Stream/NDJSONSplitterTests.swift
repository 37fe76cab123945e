import StrictJSON
import Testing

@Suite("NDJSON") struct NDJSONSplitterTests {
    private func lines(_ text: String, chunk: Int, limit: Int = 1_000) -> [NDJSONLine] {
        var splitter = NDJSONSplitter(maximumLineByteCount: limit)
        var lines: [NDJSONLine] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            splitter.feed(Array(bytes[start..<min(start + chunk, bytes.count)])) { lines.append($0) }
        }
        splitter.finish { lines.append($0) }
        return lines
    }

    private func line(_ number: Int, _ offset: Int, _ text: String, isTooLong: Bool = false) -> NDJSONLine {
        NDJSONLine(number: number, offset: offset, bytes: Array(text.utf8), isTooLong: isTooLong)
    }

    @Test(arguments: [1, 2, 3, 5, 7, 100]) func `chunks of any size give the same lines`(_ chunk: Int) {
        let expected = [line(1, 0, "{\"a\":1}"), line(2, 8, "[2]\r"), line(4, 14, " 3"), line(6, 20, "\"é\"")]
        #expect(lines("{\"a\":1}\n[2]\r\n\n 3\n \t\n\"é\"", chunk: chunk) == expected)
        #expect(lines("{\"a\":1}\n[2]\r\n\n 3\n \t\n\"é\"\n", chunk: chunk) == expected)
    }

    @Test(arguments: ["", "\n", "\n\n", " \r\n\t"]) func `a stream without texts gives no lines`(_ text: String) {
        #expect(lines(text, chunk: 1).isEmpty)
    }

    @Test(arguments: [1, 4, 100]) func `a line beyond the limit is cut, reported once, and the next one is whole`(
        _ chunk: Int
    ) {
        let found = lines("12345\n123456\n\(String(repeating: "9", count: 90))\n1", chunk: chunk, limit: 5)
        #expect(
            found == [
                line(1, 0, "12345"), line(2, 6, "12345", isTooLong: true), line(3, 13, "99999", isTooLong: true),
                line(4, 104, "1"),
            ]
        )
        #expect(throws: JSONTextError(code: .tooLong, offset: 5)) { try found[1].document() }
        #expect(throws: Never.self) { try found[0].document() }
    }

    @Test func `a line is read as one text, with offsets from its start`() throws {
        let found = lines("{\"a\":1}\n[1,]\n1 2\n", chunk: 4)
        #expect(try found[0].document().root["a"]?.number == 1)
        #expect(throws: JSONTextError(code: .trailingComma, offset: 3)) { try found[1].document() }
        #expect(throws: JSONTextError(code: .trailingBytes, offset: 2)) { try found[2].document() }
    }

    @Test func `is ready for a new stream when one has ended`() {
        var splitter = NDJSONSplitter(maximumLineByteCount: 3)
        var found: [NDJSONLine] = []
        for _ in 0..<2 {
            splitter.feed(Array("1\n2222".utf8)) { found.append($0) }
            splitter.finish { found.append($0) }
        }
        #expect(
            found == [
                line(1, 0, "1"), line(2, 2, "222", isTooLong: true), line(1, 0, "1"),
                line(2, 2, "222", isTooLong: true),
            ]
        )
    }

    @Test func `an error of the caller ends the feeding`() {
        struct Stop: Error {}
        var splitter = NDJSONSplitter()
        #expect(throws: Stop.self) {
            try splitter.feed(Array("1\n2\n".utf8)) { line throws(Stop) in if line.number == 1 { throw Stop() } }
        }
    }
}
