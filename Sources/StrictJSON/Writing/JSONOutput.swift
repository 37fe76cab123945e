/// A text under way: puts commas, colons, blanks and line breaks between what is added.
struct JSONOutput {
    private var bytes: [UInt8] = []
    private let writer: JSONWriter
    private let indent: Int?
    private var depth = 0
    /// Whether the next value or name is the first of its container.
    private var isFirst = true
    /// Whether the next value stands after its name.
    private var isAfterName = false

    /// Starts a text whose length is guessed.
    init(_ writer: JSONWriter, byteCount: Int) {
        self.writer = writer
        bytes.reserveCapacity(byteCount)
        if case .pretty(let indent) = writer.layout { self.indent = max(indent, 0) } else { indent = nil }
    }

    consuming func finished() -> [UInt8] {
        if writer.endsWithNewline { bytes.append(ASCII.lineFeed) }
        return bytes
    }

    mutating func addLiteral(_ literal: StaticString) {
        beginValue()
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func addNumber(_ literal: UnsafeBufferPointer<UInt8>) {
        beginValue()
        bytes.append(contentsOf: literal)
    }

    mutating func addNumber(_ literal: String) {
        var literal = literal
        literal.withUTF8 { addNumber($0) }
    }

    mutating func addString(_ content: UnsafeBufferPointer<UInt8>) {
        beginValue()
        StringEncoding.append(content, to: &bytes, by: writer)
    }

    mutating func addString(_ text: String) {
        var text = text
        text.withUTF8 { addString($0) }
    }

    mutating func addName(_ content: UnsafeBufferPointer<UInt8>) {
        beginValue()
        StringEncoding.append(content, to: &bytes, by: writer)
        bytes.append(ASCII.colon)
        if writer.layout != .compact { bytes.append(ASCII.space) }
        isAfterName = true
    }

    mutating func addName(_ text: String) {
        var text = text
        text.withUTF8 { addName($0) }
    }

    mutating func open(_ bracket: UInt8) {
        beginValue()
        bytes.append(bracket)
        depth += 1
        isFirst = true
    }

    mutating func close(_ bracket: UInt8) {
        depth -= 1
        if !isFirst { breakLine() }
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func beginValue() {
        if isAfterName {
            isAfterName = false
            return
        }
        guard depth > 0 else { return }
        if !isFirst {
            bytes.append(ASCII.comma)
            if writer.layout == .spaced { bytes.append(ASCII.space) }
        }
        isFirst = false
        breakLine()
    }

    private mutating func breakLine() {
        guard let indent else { return }
        bytes.append(ASCII.lineFeed)
        bytes.append(contentsOf: repeatElement(ASCII.space, count: indent * depth))
    }
}
