/// The whole body in another form: encoded, quoted, escaped, or taken out of such a form.
enum WrappedCandidates {
    /// What is sent as form data is short.
    private static let maximumJSONByteCount = 64 << 10

    static func offer(to search: inout CandidateSearch) {
        let body = search.received
        search.offer(Base64.encode(body), [.inBase64])
        search.offer(Hexadecimal.encode(body), [.inHexadecimal])
        offerStrings(of: body, to: &search)
        offerURLForms(of: body, to: &search)
        search.offer(replacing(markup, in: body), [.htmlEscapedBody])
        search.offer(replacing(markup + [(0x27, "&#039;")], in: body), [.htmlEscapedBody])
        search.offer(replacing([(0x22, "\\\""), (0x27, "\\'"), (0x5C, "\\\\")], in: body), [.slashesAdded])
        if body.count <= 1 << 20 { search.offer(body + body, [.twice]) }
    }

    private static func offerStrings(of body: [UInt8], to search: inout CandidateSearch) {
        if let text = String(validating: body, as: UTF8.self) {
            let quoted = TokenizedText.quoted(text)[...]
            for style in StringStyle.all where style.characters != .kept {
                search.offer(Array(style.write(quoted)), [.asString])
            }
        }
        if let text = TokenizedText(body, maximumByteCount: maximumJSONByteCount), text.tokens.count == 1,
            text.tokens[0].isText
        {
            search.offer(StringContent.string(of: text[text.tokens[0]]), [.fromString])
        }
    }

    private static func offerURLForms(of body: [UInt8], to search: inout CandidateSearch) {
        search.offer(PercentEncoding.encode(body, .component(keeps: [])), [.percentEncodedBody])
        search.offer(PercentEncoding.encode(body, .component(keeps: Array("!'()*".utf8))), [.percentEncodedBody])
        search.offer(PercentEncoding.encode(body, .form), [.percentEncodedBody])
        if body.contains(0x25) || body.contains(0x2B) {
            search.offer(PercentEncoding.decode(body, plusIsBlank: false), [.percentDecodedBody])
            search.offer(PercentEncoding.decode(body, plusIsBlank: true), [.percentDecodedBody])
        }
        if let text = TokenizedText(body, maximumByteCount: maximumJSONByteCount) {
            for escapesBrackets in [true, false] {
                guard let form = FormData.write(text, escapesBrackets: escapesBrackets) else { return }
                search.offer(form, [.formEncoded])
            }
        }
    }

    private static let markup: [(UInt8, String)] = [
        (0x26, "&amp;"), (0x3C, "&lt;"), (0x3E, "&gt;"), (0x22, "&quot;"),
    ]

    /// `body` with a text in the place of some bytes.
    private static func replacing(_ replacements: [(byte: UInt8, text: String)], in body: [UInt8]) -> [UInt8] {
        var table = [[UInt8]?](repeating: nil, count: 256)
        for (byte, text) in replacements { table[Int(byte)] = Array(text.utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(body.count * 2)
        for byte in body {
            if let text = table[Int(byte)] { result += text } else { result.append(byte) }
        }
        return result
    }
}
