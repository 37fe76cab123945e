import StrictJSON

/// The line of a text that a finding is about, and the carets below it.
struct Excerpt {
    /// The line's number, from 1.
    let lineNumber: Int
    /// The line, cut to its part around the carets when it is long.
    let line: String
    /// Blanks, and tabs where the line has them, up to the place.
    let indent: String
    /// Carets under the place.
    let carets: String

    /// Marks that the line goes on.
    private static let ellipsis = "..."

    /// Cuts out the line on which `range` starts; carets stand under the part of the range on that line.
    init(of range: Range<Int>, in lines: TextLines, hidden: [Range<Int>], width: Int) {
        let bytes = lines.text
        let start = min(max(range.lowerBound, 0), bytes.count)
        lineNumber = lines.position(at: start).line
        let lineRange = lines.byteRange(ofLine: lineNumber) ?? start..<start
        let window = Self.window(around: min(start, lineRange.upperBound), in: bytes, lineRange, width: width)
        var cells = ExcerptCell.cells(of: bytes, window, hidden: hidden)
        var isCutBefore = window.lowerBound > lineRange.lowerBound
        var isCutBehind = window.upperBound < lineRange.upperBound

        var firstMarked = cells.firstIndex { $0.offset >= start } ?? cells.count
        if isCutBefore || isCutBehind || Self.columns(cells[...]) > width {
            let first = Self.firstShown(of: cells, before: firstMarked, width: width)
            let last = Self.lastShown(of: cells, from: first, width: width)
            isCutBefore = isCutBefore || first > 0
            isCutBehind = isCutBehind || last < cells.count
            cells = Array(cells[first..<last])
            firstMarked -= first
        }
        let end = min(range.upperBound, lineRange.upperBound)
        let marked = cells[firstMarked...].prefix { $0.offset < end }
        line =
            (isCutBefore ? Self.ellipsis : "") + cells.map(\.text).joined() + (isCutBehind ? Self.ellipsis : "")
        let blanks = cells[..<firstMarked].map { $0.isTab ? "\t" : String(repeating: " ", count: $0.width) }
        indent = String(repeating: " ", count: isCutBefore ? Self.ellipsis.count : 0) + blanks.joined()
        carets = String(repeating: "^", count: max(1, marked.reduce(0) { $0 + $1.width }))
    }

    /// The bytes that may be shown: at most `width` characters to each side of the place.
    private static func window(around start: Int, in bytes: [UInt8], _ line: Range<Int>, width: Int) -> Range<Int> {
        var lower = start
        var upper = start
        var count = 0
        while lower > line.lowerBound, count < width {
            lower -= 1
            if bytes[lower] & 0xC0 != 0x80 { count += 1 }
        }
        count = 0
        while upper < line.upperBound, count <= width {
            upper += 1
            if upper == line.upperBound || bytes[upper] & 0xC0 != 0x80 { count += 1 }
        }
        return lower..<upper
    }

    /// The first cell to show: up to two fifths of the width stand before the place.
    private static func firstShown(of cells: [ExcerptCell], before place: Int, width: Int) -> Int {
        var first = place
        var columns = 0
        let behind = Self.columns(cells[place...])
        // What the part behind the place does not need may be shown before it.
        let room = max(width * 2 / 5, width - behind)
        while first > 0, columns + cells[first - 1].width <= room {
            first -= 1
            columns += cells[first].width
        }
        return first
    }

    private static func lastShown(of cells: [ExcerptCell], from first: Int, width: Int) -> Int {
        var last = first
        var columns = 0
        while last < cells.count, columns + cells[last].width <= width {
            columns += cells[last].width
            last += 1
        }
        return last
    }

    private static func columns(_ cells: ArraySlice<ExcerptCell>) -> Int { cells.reduce(0) { $0 + $1.width } }
}
