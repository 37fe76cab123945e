import StrictJSON
import Testing

@Suite("JSON text: surrogates") struct SurrogateTests {
    private static let lone = [
        RejectedText(#""\ud800""#, .loneSurrogate, 1),
        RejectedText(#""\udfff""#, .loneSurrogate, 1),
        RejectedText(#""ab\udc00cd""#, .loneSurrogate, 3),
        RejectedText(#""\udc00\ud800""#, .loneSurrogate, 1),
        RejectedText(#""\ud800\ud800""#, .loneSurrogate, 1),
        RejectedText(#""\ud83d\ude00\ude00""#, .loneSurrogate, 13),
        RejectedText(#""\ud83d\u0041""#, .loneSurrogate, 1),
        RejectedText(#""\ud83d\n""#, .loneSurrogate, 1),
        RejectedText(#""\ud83dx""#, .loneSurrogate, 1),
        RejectedText(#"{"\uD834":1}"#, .loneSurrogate, 2),
    ]

    @Test(arguments: lone) func `refuses a lone surrogate at its backslash`(_ text: RejectedText) {
        text.expectRejection()
    }

    @Test(arguments: lone) func `accepts it under RFC 8259 alone`(_ text: RejectedText) throws {
        _ = try JSONDocument(parsing: text.bytes, policy: .rfc8259)
    }

    @Test func `decodes pairs in either case`() throws {
        let document = try JSONDocument(parsing: #""\uD834\udd1E\u00e9""#)
        #expect(document.root.string == "\u{1D11E}\u{E9}")
    }

    @Test func `a lone high surrogate does not swallow the pair after it`() throws {
        let document = try JSONDocument(parsing: #""\ud83d\ud83d\ude00""#, policy: .rfc8259)
        #expect(document.root.stringBytes == [0xED, 0xA0, 0xBD, 0xF0, 0x9F, 0x98, 0x80])
    }

    @Test func `shows a lone surrogate as U+FFFD and keeps it apart from U+FFFD`() throws {
        let document = try JSONDocument(parsing: #"["\ud800","\ud801","\ufffd","a\udc00b"]"#, policy: .rfc8259)
        let strings = document.root.elements.map { $0 }
        #expect(strings[0].string == "\u{FFFD}")
        #expect(strings[0].stringBytes == [0xED, 0xA0, 0x80])
        #expect(strings[3].string == "a\u{FFFD}b")
        #expect(!strings[0].isEqual(to: strings[1]))
        #expect(!strings[0].isEqual(to: strings[2]))
        #expect(strings[0].isEqual(to: strings[0]))
    }

    @Test func `writes a lone surrogate as the escape it was`() throws {
        let text = #"["\ud800","a\udfffb"]"#
        let document = try JSONDocument(parsing: text, policy: .rfc8259)
        #expect(JSONWriter(escaping: .utf8).writeString(document.root) == text)
        #expect(JSONWriter(escaping: .ascii).writeString(document.root) == text)
    }
}
