/// The standard Base64 encoding of RFC 4648 section 4, read strictly.
///
/// Every byte string has exactly one text: the alphabet with `+` and `/`, padding with `=`, no line breaks, no
/// blanks, and zero bits where the last character carries more bits than the bytes need (section 3.5).
public enum Base64 {
    /// Writes `bytes` as one line.
    public static func encode(_ bytes: [UInt8]) -> String {
        let capacity = (bytes.count + 2) / 3 * 4
        return String(unsafeUninitializedCapacity: capacity) { text in
            alphabet.withUTF8Buffer { alphabet in
                var written = 0
                var offset = 0
                while offset < bytes.count {
                    let count = min(3, bytes.count - offset)
                    let second = count > 1 ? UInt32(bytes[offset + 1]) : 0
                    let third = count > 2 ? UInt32(bytes[offset + 2]) : 0
                    let group = UInt32(bytes[offset]) << 16 | second << 8 | third
                    text[written] = alphabet[Int(group >> 18)]
                    text[written + 1] = alphabet[Int(group >> 12 & 63)]
                    text[written + 2] = count > 1 ? alphabet[Int(group >> 6 & 63)] : pad
                    text[written + 3] = count > 2 ? alphabet[Int(group & 63)] : pad
                    written += 4
                    offset += 3
                }
                return written
            }
        }
    }

    /// Reads `text`.
    ///
    /// - Throws: `Base64Error` with the offset of the first byte that is wrong.
    public static func decode(_ text: String) throws(Base64Error) -> [UInt8] {
        try decode(Array(text.utf8))
    }

    /// Reads `text`, which is ASCII.
    ///
    /// - Throws: `Base64Error` with the offset of the first byte that is wrong.
    public static func decode(_ text: [UInt8]) throws(Base64Error) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var count = 0
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte == pad { break }
            guard let value = value(of: byte) else { throw Base64Error(code: .unexpectedByte, offset: offset) }
            group = group << 6 | value
            count += 1
            offset += 1
            guard count == 4 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            bytes.append(UInt8(truncatingIfNeeded: group >> 8))
            bytes.append(UInt8(truncatingIfNeeded: group))
            group = 0
            count = 0
        }
        try readEnd(of: text, from: offset, group: group, count: count, into: &bytes)
        return bytes
    }

    /// Reads the padding at `offset` and the last group, of which `count` characters were read.
    private static func readEnd(
        of text: [UInt8],
        from start: Int,
        group: UInt32,
        count: Int,
        into bytes: inout [UInt8]
    ) throws(Base64Error) {
        guard count > 0 || start < text.count else { return }
        // One character carries six bits, which is no byte; a group of padding alone is none either.
        guard count > 1 else {
            throw Base64Error(code: start < text.count ? .unexpectedPadding : .missingPadding, offset: start)
        }
        let end = start + 4 - count
        var offset = start
        while offset < end {
            guard offset < text.count else { throw Base64Error(code: .missingPadding, offset: offset) }
            guard text[offset] == pad else { throw Base64Error(code: .unexpectedByte, offset: offset) }
            offset += 1
        }
        guard offset == text.count else { throw Base64Error(code: .trailingData, offset: offset) }
        let unusedBits: UInt32 = count == 2 ? 0xF : 0x3
        guard group & unusedBits == 0 else { throw Base64Error(code: .unusedBits, offset: start - 1) }
        if count == 2 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
        }
    }

    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    private static let pad: UInt8 = 0x3D

    /// The six bits that `byte` stands for, or nil when it is not in the alphabet.
    @inline(__always)
    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
