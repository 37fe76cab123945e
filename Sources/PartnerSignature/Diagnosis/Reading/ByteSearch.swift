/// Finds and replaces byte strings in byte strings.
enum ByteSearch {
    /// Where `pattern`, which is not empty, first stands in `bytes`.
    static func firstRange(of pattern: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
        guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
        var offset = start
        while offset + pattern.count <= bytes.count {
            guard let found = bytes[offset...(bytes.count - pattern.count)].firstIndex(of: first) else { return nil }
            if bytes[found...].starts(with: pattern) { return found..<found + pattern.count }
            offset = found + 1
        }
        return nil
    }

    /// `bytes` with `other` in place of each `pattern`, which is not empty, from the start on.
    static func replacing(_ pattern: [UInt8], by other: [UInt8], in bytes: [UInt8]) -> [UInt8] {
        guard var range = firstRange(of: pattern, in: bytes) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var offset = 0
        while true {
            result += bytes[offset..<range.lowerBound]
            result += other
            offset = range.upperBound
            guard let next = firstRange(of: pattern, in: bytes, from: offset) else { break }
            range = next
        }
        return result + bytes[offset...]
    }
}
