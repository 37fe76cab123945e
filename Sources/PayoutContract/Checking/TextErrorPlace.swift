import StrictJSON

/// Where in the bytes a text error shows, and how it reads.
struct TextErrorPlace {
    let byteRange: Range<Int>
    let memberName: String?
    let message: String

    init(_ error: JSONTextError, in bytes: [UInt8]) {
        switch error.code {
        case .duplicateName:
            let range = Self.string(at: error.offset, in: bytes)
            let name = Self.name(range, in: bytes)
            byteRange = range
            memberName = name
            if let first = error.relatedOffset {
                let line = TextLines(bytes).position(at: first).line
                message = "duplicate member name \(name), first at line \(line)"
            } else {
                message = "duplicate member name \(name)"
            }
        case .unexpectedEnd:
            // Blank lines at the end would hide the place where something is missing.
            let end = (bytes.lastIndex { !Self.isWhitespace($0) } ?? -1) + 1
            byteRange = end..<end
            memberName = nil
            message = error.code.description
        default:
            let start = min(max(error.offset, 0), bytes.count)
            byteRange = start..<Self.endOfCharacter(at: start, in: bytes)
            memberName = nil
            message = error.code.description
        }
    }

    /// The bytes of the string that starts at `offset`, quotes included.
    private static func string(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
        guard bytes.indices.contains(offset), bytes[offset] == 0x22 else {
            return offset..<min(offset + 1, bytes.count)
        }
        var end = offset + 1
        while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
        return offset..<min(end + 1, bytes.count)
    }

    /// The name between the quotes as it is written.
    private static func name(_ range: Range<Int>, in bytes: [UInt8]) -> String {
        MemberName.shown(String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self))
    }

    private static func endOfCharacter(at start: Int, in bytes: [UInt8]) -> Int {
        guard start < bytes.count else { return start }
        // A byte that starts no character of UTF-8 stands for itself.
        guard bytes[start] >= 0xC0 else { return start + 1 }
        var end = start + 1
        while end < bytes.count, end < start + 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
