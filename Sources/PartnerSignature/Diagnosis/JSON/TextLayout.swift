/// Where encoders put blanks and line breaks.
enum TextLayout: Hashable {
    /// As in the received body.
    case kept
    /// None.
    case compact
    /// After each comma and colon.
    case spaced
    /// A line for each member and element.
    case pretty(indent: String, newline: String, colon: String)

    /// All in use, the most likely first.
    static let all: [TextLayout] = [
        .kept, .compact, .spaced,
        .pretty(indent: "    ", newline: "\n", colon: ": "),
        .pretty(indent: "  ", newline: "\n", colon: ": "),
        .pretty(indent: "\t", newline: "\n", colon: ": "),
        .pretty(indent: "  ", newline: "\r\n", colon: ": "),
        .pretty(indent: "    ", newline: "\r\n", colon: ": "),
        .pretty(indent: "  ", newline: "\n", colon: " : "),
    ]

    /// What is said of it.
    var mistakes: [Mistake] {
        switch self {
        case .kept: []
        case .compact: [.compactLayout]
        case .spaced: [.spacedLayout]
        case .pretty("\t", _, _): [Mistake.prettyLayout.with(detail: "by a tab")]
        case .pretty(let indent, "\n", ": "):
            [Mistake.prettyLayout.with(detail: "by \(indent.utf8.count == 2 ? "two" : "four") blanks")]
        case .pretty(let indent, "\r\n", _):
            [
                Mistake.prettyLayout.with(
                    detail: "by \(indent.utf8.count == 2 ? "two" : "four") blanks, with CRLF, as .NET does on Windows"
                )
            ]
        case .pretty: [Mistake.prettyLayout.with(detail: "with a blank before each colon, as Jackson of Java does")]
        }
    }

    /// Writes a text, whose strings are as they should be.
    func write(_ text: TokenizedText) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.bytes.count * 2)
        // The bytes are copied range by range without counting references to the array they are in.
        text.bytes.withUnsafeBufferPointer { write(text, bytes: $0, to: &output) }
        return output
    }

    private func write(_ text: TokenizedText, bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        switch self {
        case .kept:
            for token in text.tokens {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.gap]))
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.text]))
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[text.end]))
        case .compact:
            for token in text.tokens { output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.text])) }
        case .spaced:
            for token in text.tokens {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.text]))
                if token.kind == .comma || token.kind == .colon { output.append(0x20) }
            }
        case .pretty(let indent, let newline, let colon):
            var lines = PrettyLines(indent: Array(indent.utf8), newline: Array(newline.utf8))
            let colon = Array(colon.utf8)
            for token in text.tokens {
                lines.breakLine(before: token.kind, in: &output)
                if token.kind == .colon {
                    output.append(contentsOf: colon)
                } else {
                    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[token.text]))
                }
                lines.breakLine(after: token.kind, in: &output)
            }
        }
    }
}

/// The line breaks of an indented text.
private struct PrettyLines {
    let indent: [UInt8]
    let newline: [UInt8]
    private var depth = 0
    private var isAfterOpening = false

    init(indent: [UInt8], newline: [UInt8]) {
        self.indent = indent
        self.newline = newline
    }

    mutating func breakLine(before kind: TokenizedText.Token.Kind, in output: inout [UInt8]) {
        let isClosing = kind == .closeObject || kind == .closeArray
        if isClosing { depth -= 1 }
        // An empty container stays on its line.
        if isAfterOpening != isClosing { append(to: &output) }
        isAfterOpening = kind == .openObject || kind == .openArray
        if isAfterOpening { depth += 1 }
    }

    func breakLine(after kind: TokenizedText.Token.Kind, in output: inout [UInt8]) {
        if kind == .comma { append(to: &output) }
    }

    private func append(to output: inout [UInt8]) {
        output.append(contentsOf: newline)
        for _ in 0..<depth { output.append(contentsOf: indent) }
    }
}
