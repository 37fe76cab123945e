import StrictJSON
import Testing

@Suite("JSON text: UTF-8") struct UTF8Tests {
    /// Table 3-7 of the Unicode Standard: the first and last of each row, and what stands just outside.
    private static let wellFormed: [[UInt8]] = [
        [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE0, 0xBF, 0xBF], [0xE1, 0x80, 0x80], [0xEC, 0xBF, 0xBF],
        [0xED, 0x80, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80],
        [0xF0, 0xBF, 0xBF, 0xBF], [0xF1, 0x80, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x80, 0x80, 0x80],
        [0xF4, 0x8F, 0xBF, 0xBF],
    ]

    private static let illFormed: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0xAF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC2, 0xC0], [0xDF, 0x7F],
        [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0], [0xE0, 0xA0, 0x7F], [0xE1, 0x80, 0xC0],
        [0xE2, 0x28, 0xA1],
        [0xED, 0xA0, 0x80], [0xED, 0xAF, 0xBF], [0xED, 0xB0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x90, 0x80], [0xF0, 0x90, 0x80, 0x41],
        [0xF1, 0x80, 0x41, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ]

    @Test(arguments: wellFormed, [0, 1, 7, 8, 20])
    func `accepts each well-formed sequence wherever it stands`(_ sequence: [UInt8], _ before: Int) throws {
        let content = [UInt8](repeating: 0x61, count: before) + sequence + sequence + [0x62]
        let document = try JSONDocument(parsing: [0x22] + content + [0x22])
        #expect(document.root.stringBytes == content)
        #expect(document.root.string == String(decoding: content, as: UTF8.self))
    }

    @Test(arguments: illFormed, [0, 1, 7, 8, 20])
    func `refuses each ill-formed sequence at its first byte`(_ sequence: [UInt8], _ before: Int) {
        let text = [0x22] + [UInt8](repeating: 0x61, count: before) + sequence + [0x22, 0x20, 0x20, 0x20]
        RejectedText(text, .invalidUTF8, before + 1).expectRejection()
        RejectedText(text, .invalidUTF8, before + 1).expectRejection(policy: .rfc8259)
    }

    @Test func `refuses an ill-formed sequence after characters of the same string`() {
        RejectedText(Array("\"Иван".utf8) + [0xD0, 0x22], .invalidUTF8, 9).expectRejection()
    }

    /// Runs of two-byte characters are read four at a time.
    @Test(arguments: illFormed, 0..<10) func `refuses an ill-formed sequence in a run of Cyrillic letters`(
        _ sequence: [UInt8],
        _ before: Int
    ) {
        let text = Array(("\"" + String(repeating: "ж", count: before)).utf8) + sequence + Array("жжжж жжжж\"".utf8)
        // What follows may complete a cut sequence, but never to a character.
        RejectedText(text, .invalidUTF8, 1 + 2 * before).expectRejection()
    }

    @Test(arguments: 0..<20) func `accepts runs of two-byte characters of every length`(_ count: Int) throws {
        let content = String(repeating: "\u{80}ж\u{7FF}Я", count: count) + "x" + String(repeating: "я", count: count)
        #expect(try JSONDocument(parsing: "\"\(content)\"").root.string == content)
    }

    @Test(arguments: wellFormed) func `a text cut inside a character ends too early`(_ sequence: [UInt8]) {
        for length in 1..<sequence.count {
            RejectedText([0x22] + sequence[..<length], .unexpectedEnd, 1 + length).expectRejection()
        }
    }

    @Test func `refuses ill-formed sequences in names`() {
        RejectedText([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], .invalidUTF8, 2).expectRejection()
    }

    @Test(arguments: [
        RejectedText([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], .byteOrderMark, 0),
        RejectedText([0xEF, 0xBB, 0xBF], .byteOrderMark, 0),
        RejectedText([0x20, 0xEF, 0xBB, 0xBF, 0x31], .expectedValue, 1),
        RejectedText([0xFE, 0xFF, 0x00, 0x31], .invalidUTF8, 0),
        RejectedText([0xFF, 0xFE, 0x31, 0x00], .invalidUTF8, 0),
        RejectedText([0x31, 0x00], .trailingBytes, 1),
        RejectedText([0x00, 0x31], .expectedValue, 0),
        RejectedText([0x5B, 0x31, 0x2C, 0xFF], .invalidUTF8, 3),
        RejectedText([0x5B, 0x31, 0xC3, 0xA9], .expectedCommaOrBracket, 2),
        RejectedText([0x22, 0x5C, 0xFF, 0x22], .invalidUTF8, 2),
        RejectedText([0x22, 0x5C, 0x75, 0xC0, 0x80], .invalidUTF8, 3),
    ])
    func `tells a byte order mark and other encodings apart`(_ text: RejectedText) { text.expectRejection() }
}
