/// Finds and replaces byte strings in byte strings.
package enum ByteSearch {
    /// Where `pattern`, which is not empty, first stands in `bytes`.
    package static func firstRange(of pattern: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Range<Int>? {
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
    package static func replacing(_ pattern: [UInt8], by other: [UInt8], in bytes: [UInt8]) -> [UInt8] {
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

extension [UInt8] {
    /// Whether the UTF-8 of `part`, which is not empty, stands somewhere in the bytes.
    package func containsText(_ part: String) -> Bool {
        ByteSearch.firstRange(of: Array(part.utf8), in: self) != nil
    }
}

/// On the bytes of UTF-8, where Swift's own methods of these kinds compare characters, and bring the machine of regular
/// expressions into the program: one megabyte.
extension StringProtocol {
    /// Whether `part`, which is not empty, stands somewhere in the text.
    package func containsText(_ part: String) -> Bool {
        Array(utf8).containsText(part)
    }

    /// Where `part`, which is not empty, first stands in the text.
    package func firstRange(ofText part: String) -> Range<Index>? {
        guard let range = ByteSearch.firstRange(of: Array(part.utf8), in: Array(utf8)) else { return nil }
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return start..<utf8.index(start, offsetBy: range.count)
    }

    /// The text with `other` in place of each `part`, which is not empty.
    package func replacingText(_ part: String, with other: String) -> String {
        let bytes = ByteSearch.replacing(Array(part.utf8), by: Array(other.utf8), in: Array(utf8))
        return String(decoding: bytes, as: UTF8.self)
    }
}
