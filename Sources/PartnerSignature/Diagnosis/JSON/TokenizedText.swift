import StrictJSON

/// A JSON text as a list of its tokens, which can be changed, moved and left out (RFC 8259 section 2).
struct TokenizedText: Equatable {
    /// A token, and the blanks before it, as places in the bytes of the text.
    struct Token {
        enum Kind {
            case openObject
            case closeObject
            case openArray
            case closeArray
            case comma
            case colon
            case name
            case string
            case number
            case literal
        }

        var kind: Kind
        /// The token as it is written, quotation marks included.
        var text: Range<Int>
        /// The blanks and line breaks before it.
        var gap: Range<Int>

        /// Whether it is a string or the name of a member.
        var isText: Bool { kind == .string || kind == .name }
    }

    /// The text as it came, and behind it the new texts of tokens that were changed.
    private(set) var bytes: [UInt8]

    var tokens: [Token]

    /// The blanks behind the last token.
    let end: Range<Int>

    /// A token as it is written.
    subscript(token: Token) -> ArraySlice<UInt8> { bytes[token.text] }

    /// Gives a token another text, of the same kind.
    mutating func rewrite(_ index: Int, as text: some Collection<UInt8>) {
        let start = bytes.count
        bytes += text
        tokens[index].text = start..<bytes.count
    }

    /// Gives a string or a name other characters.
    mutating func rewrite(_ index: Int, holding content: String) {
        rewrite(index, as: Self.quoted(content))
    }

    /// Whether both are written in the same way, blanks included.
    static func == (left: TokenizedText, right: TokenizedText) -> Bool {
        left.tokens.count == right.tokens.count
            && zip(left.tokens, right.tokens)
                .allSatisfy { first, second in
                    left[first] == right[second] && left.bytes[first.gap] == right.bytes[second.gap]
                }
    }

    /// A JSON string with these characters: only what has to be escaped is.
    static func quoted(_ content: String) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        for byte in content.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes += [0x5C, byte]
            case 0x00...0x1F: bytes += "\\u00\(Hexadecimal.encode([byte]))".utf8
            default: bytes.append(byte)
            }
        }
        return bytes + [0x22]
    }
}

extension TokenizedText {
    /// Splits `text` into its tokens; nil when it is longer than the limit, or no JSON.
    init?(_ text: [UInt8], maximumByteCount: Int) {
        let policy = JSONTextPolicy(
            maximumByteCount: maximumByteCount,
            allowsDuplicateNames: true,
            allowsLoneSurrogates: true
        )
        // What was checked here needs no checks below: every token is whole.
        guard (try? JSONDocument(parsing: text, policy: policy)) != nil else { return nil }
        bytes = text
        tokens = []
        var offset = 0
        while true {
            let start = offset
            while offset < text.count, Self.isBlank(text[offset]) { offset += 1 }
            guard offset < text.count else {
                end = start..<offset
                break
            }
            let tokenEnd = Self.end(of: text, at: offset)
            tokens.append(Token(kind: Self.kind(of: text[offset]), text: offset..<tokenEnd, gap: start..<offset))
            offset = tokenEnd
        }
        for index in tokens.indices.dropLast() where tokens[index].kind == .string && tokens[index + 1].kind == .colon {
            tokens[index].kind = .name
        }
    }

    private static func end(of text: [UInt8], at start: Int) -> Int {
        var offset = start + 1
        switch kind(of: text[start]) {
        case .string:
            while offset < text.count, text[offset] != 0x22 { offset += text[offset] == 0x5C ? 2 : 1 }
            return min(offset + 1, text.count)
        case .number, .literal:
            while offset < text.count, !isBlank(text[offset]), !isPunctuation(text[offset]) { offset += 1 }
            return offset
        default:
            return offset
        }
    }

    private static func kind(of byte: UInt8) -> Token.Kind {
        switch byte {
        case 0x7B: .openObject
        case 0x7D: .closeObject
        case 0x5B: .openArray
        case 0x5D: .closeArray
        case 0x2C: .comma
        case 0x3A: .colon
        case 0x22: .string
        case 0x2D, 0x30...0x39: .number
        default: .literal
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x7D || byte == 0x5D || byte == 0x3A
    }
}
