/// The members of an object as `http_build_query` of PHP writes them: `card[type]=visa&amount=1`.
enum FormData {
    /// Writes an object; nil when the text is none.
    static func write(_ text: TokenizedText, escapesBrackets: Bool) -> [UInt8]? {
        guard text.tokens.first?.kind == .openObject else { return nil }
        var path: [String] = []
        var counters: [Int?] = []
        var pairs: [[UInt8]] = []
        for token in text.tokens {
            switch token.kind {
            case .openObject, .openArray:
                place(&path, counters)
                counters.append(token.kind == .openArray ? 0 : nil)
                path.append("")
            case .closeObject, .closeArray:
                counters.removeLast()
                path.removeLast()
                advance(&counters)
            case .name: path[path.count - 1] = StringContent.string(of: text[token])
            case .string, .number, .literal:
                place(&path, counters)
                if let value = value(of: token.kind, text[token]) { pairs.append(pair(path, value, escapesBrackets)) }
                advance(&counters)
            case .comma, .colon: break
            }
        }
        return Array(pairs.joined(separator: [0x26]))
    }

    /// The index of the element that comes next, where the innermost container is an array.
    private static func place(_ path: inout [String], _ counters: [Int?]) {
        if let counter = counters.last ?? nil { path[path.count - 1] = String(counter) }
    }

    private static func advance(_ counters: inout [Int?]) {
        if let counter = counters.last ?? nil { counters[counters.count - 1] = counter + 1 }
    }

    /// Null is left out, true is 1 and false is 0.
    private static func value(of kind: TokenizedText.Token.Kind, _ text: ArraySlice<UInt8>) -> String? {
        switch kind {
        case .string: StringContent.string(of: text)
        case .literal: text.first == 0x6E ? nil : text.first == 0x74 ? "1" : "0"
        default: String(decoding: text, as: UTF8.self)
        }
    }

    private static func pair(_ path: [String], _ value: String, _ escapesBrackets: Bool) -> [UInt8] {
        func encoded(_ text: String) -> [UInt8] { PercentEncoding.encode(Array(text.utf8), .form) }
        let brackets = escapesBrackets ? (Array("%5B".utf8), Array("%5D".utf8)) : ([0x5B], [0x5D])
        let name = path.enumerated()
            .flatMap { $0.offset == 0 ? encoded($0.element) : brackets.0 + encoded($0.element) + brackets.1 }
        return name + [0x3D] + encoded(value)
    }
}
