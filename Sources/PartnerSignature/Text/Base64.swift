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
        var offset = readWholeGroups(of: text, into: &bytes)
        var group: UInt32 = 0
        var count = 0
        while offset < text.count, text[offset] != pad {
            let value = values[Int(text[offset])]
            // Four characters would have been a whole group.
            guard value < 64, count < 3 else { throw Base64Error(code: .unexpectedByte, offset: offset) }
            group = group << 6 | UInt32(value)
            count += 1
            offset += 1
        }
        try readEnd(of: text, from: offset, group: group, count: count, into: &bytes)
        return bytes
    }

    /// Whether `byte` is a character of the alphabet; `=` is none.
    static func isInAlphabet(_ byte: UInt8) -> Bool {
        values[Int(byte)] < 64
    }

    /// Reads the characters of the alphabet in `text` and skips all others, as PHP's `base64_decode` does by default.
    static func decodeLeniently(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var group: UInt32 = 0
        var count = 0
        for byte in text where values[Int(byte)] < 64 {
            group = group << 6 | UInt32(values[Int(byte)])
            count += 1
            if count % 4 != 1 { bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(6 - 2 * ((count - 1) % 4)))) }
        }
        return bytes
    }

    /// Reads four characters at a time, up to the first group that is not whole, and returns its offset.
    private static func readWholeGroups(of text: [UInt8], into bytes: inout [UInt8]) -> Int {
        let text = text.span
        let values = values.span
        var offset = 0
        bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, written in
            while text.count - offset >= 4 {
                let first = UInt32(values[Int(text[offset])])
                let second = UInt32(values[Int(text[offset + 1])])
                let third = UInt32(values[Int(text[offset + 2])])
                let fourth = UInt32(values[Int(text[offset + 3])])
                guard first | second | third | fourth < 64 else { return }
                let group = first << 18 | second << 12 | third << 6 | fourth
                output[written] = UInt8(truncatingIfNeeded: group >> 16)
                output[written + 1] = UInt8(truncatingIfNeeded: group >> 8)
                output[written + 2] = UInt8(truncatingIfNeeded: group)
                written += 3
                offset += 4
            }
        }
        return offset
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

    /// The six bits that each byte stands for, or 255 when it is not in the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        alphabet.withUTF8Buffer { alphabet in
            for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        }
        return values
    }()
}
