/// One character of a line as it is printed.
struct ExcerptCell {
    /// The offset of its first byte.
    let offset: Int
    /// What is printed.
    let text: String
    /// The columns that it takes.
    let width: Int

    /// The columns that a tab is taken for when a line is cut; where it ends is up to the terminal.
    private static let tabWidth = 4

    /// Whether the caret line has to repeat it to stay aligned.
    var isTab: Bool { text == "\t" }

    /// The cells of a part of `bytes`, which need not be UTF-8; what lies in `hidden` is an asterisk each.
    static func cells(of bytes: [UInt8], _ part: Range<Int>, hidden: [Range<Int>]) -> [ExcerptCell] {
        var cells: [ExcerptCell] = []
        let hidden = hidden.filter { $0.overlaps(part) }
        var offset = part.lowerBound
        while offset < part.upperBound {
            let length = sequenceLength(at: offset, in: bytes, limit: part.upperBound)
            let isHidden = hidden.contains { $0.contains(offset) }
            cells.append(cell(at: offset, length: length, in: bytes, isHidden: isHidden))
            offset += max(1, length)
        }
        return cells
    }

    private static func cell(at offset: Int, length: Int, in bytes: [UInt8], isHidden: Bool) -> ExcerptCell {
        if isHidden { return ExcerptCell(offset: offset, text: "*", width: 1) }
        guard length > 0,
            let scalar = String(validating: bytes[offset..<offset + length], as: UTF8.self)?.unicodeScalars.first
        else {
            let text = VisibleText.replacement(forByte: bytes[offset])
            return ExcerptCell(offset: offset, text: text, width: text.utf8.count)
        }
        if scalar == "\t" { return ExcerptCell(offset: offset, text: "\t", width: tabWidth) }
        if let text = VisibleText.replacement(for: scalar) {
            return ExcerptCell(offset: offset, text: text, width: text.unicodeScalars.count)
        }
        return ExcerptCell(offset: offset, text: String(scalar), width: VisibleText.width(of: scalar))
    }

    /// The length of the UTF-8 sequence at `offset`, or 0 when there is none.
    private static func sequenceLength(at offset: Int, in bytes: [UInt8], limit: Int) -> Int {
        let length =
            switch bytes[offset] {
            case 0x00...0x7F: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, offset + length <= limit else { return 0 }
        return String(validating: bytes[offset..<offset + length], as: UTF8.self) == nil ? 0 : length
    }
}
