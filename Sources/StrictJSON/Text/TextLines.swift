/// The lines of a text, for turning byte offsets into lines and columns.
///
/// A line ends with LF; a CR just before it belongs to the line end. The text need not be valid UTF-8: a byte that
/// starts no character counts as one.
public struct TextLines: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    /// Finds the lines of `bytes` in one pass; the bytes are shared, not copied.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for offset in bytes.indices where bytes[offset] == ASCII.lineFeed {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    /// The number of lines: one more than there are line ends.
    public var count: Int { starts.count }

    /// The position of the byte at `offset`; an offset outside of the text is taken to its nearest end.
    public func position(at offset: Int) -> TextPosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return TextPosition(line: low + 1, column: Self.scalarCount(in: bytes, starts[low]..<offset) + 1)
    }

    /// The bytes of a line counted from 1, without its line end; nil when the text has no such line.
    public func byteRange(ofLine line: Int) -> Range<Int>? {
        guard line >= 1, line <= starts.count else { return nil }
        let start = starts[line - 1]
        guard line < starts.count else { return start..<bytes.count }
        let end = starts[line] - 1
        return end > start && bytes[end - 1] == ASCII.carriageReturn ? start..<(end - 1) : start..<end
    }

    /// The bytes of the text.
    public var text: [UInt8] { bytes }

    static func position(at offset: Int, in bytes: [UInt8]) -> TextPosition {
        let offset = min(max(offset, 0), bytes.count)
        var line = 1
        var start = 0
        for index in 0..<offset where bytes[index] == ASCII.lineFeed {
            line += 1
            start = index + 1
        }
        return TextPosition(line: line, column: scalarCount(in: bytes, start..<offset) + 1)
    }

    private static func scalarCount(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
