/// A set of Unicode code points, kept as sorted ranges that neither overlap nor touch.
struct ScalarSet: Hashable, Sendable {
    static let last: UInt32 = 0x10_FFFF
    static let everything = ScalarSet(ranges: [0...last])

    private(set) var ranges: [ClosedRange<UInt32>] = []

    init() {}

    init(ranges: [ClosedRange<UInt32>]) {
        insert(contentsOf: ranges)
    }

    init(_ scalar: UInt32) {
        ranges = [scalar...scalar]
    }

    var isEmpty: Bool { ranges.isEmpty }

    func contains(_ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }

    mutating func insert(contentsOf other: [ClosedRange<UInt32>]) {
        guard !other.isEmpty else { return }
        ranges += other
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var merged: [ClosedRange<UInt32>] = []
        merged.reserveCapacity(ranges.count)
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        ranges = merged
    }

    mutating func formUnion(_ other: ScalarSet) {
        insert(contentsOf: other.ranges)
    }

    var complement: ScalarSet {
        var result = ScalarSet()
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.ranges.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= ScalarSet.last { result.ranges.append(next...ScalarSet.last) }
        return result
    }
}

extension ScalarSet {
    /// `\d`: ECMA-262 takes the ASCII digits alone, also under the `u` flag.
    static let digits = ScalarSet(ranges: [0x30...0x39])
    /// `\w` without the `i` flag.
    static let wordCharacters = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `\s`: WhiteSpace and LineTerminator of ECMA-262, sections 12.2 and 12.3.
    static let whiteSpace = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` does not match without the `s` flag.
    static let lineTerminators = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
    static let anyButLineTerminators = lineTerminators.complement
}
