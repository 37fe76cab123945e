/// The meaning of what stands between the quotes of a JSON string (RFC 8259 section 7).
enum StringDecoding {
    /// The bytes that a checked string stands for: UTF-8, with a lone surrogate as its three bytes (WTF-8).
    static func decoded(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(content.count)
        var offset = 0
        while offset < content.count {
            let byte = content[offset]
            guard byte == ASCII.backslash, offset + 1 < content.count else {
                decoded.append(byte)
                offset += 1
                continue
            }
            let kind = content[offset + 1]
            guard kind == ASCII.u else {
                decoded.append(unescaped(kind))
                offset += 2
                continue
            }
            var scalar = codeUnit(content, at: offset + 2)
            offset += 6
            if scalar & 0xFC00 == 0xD800, offset + 6 <= content.count, content[offset] == ASCII.backslash,
                content[offset + 1] == ASCII.u
            {
                let low = codeUnit(content, at: offset + 2)
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x1_0000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                    offset += 6
                }
            }
            append(scalar, to: &decoded)
        }
        return decoded
    }

    /// The four hexadecimal digits at `offset`; digits that are missing count as 0, which no checked string has.
    private static func codeUnit(_ content: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32 {
        var unit: UInt32 = 0
        for index in offset..<offset + 4 where index < content.count {
            unit = unit << 4 | (ASCII.hexValue(content[index]) ?? 0)
        }
        return unit
    }

    /// What `\` and the byte stand for.
    private static func unescaped(_ byte: UInt8) -> UInt8 {
        switch byte {
        case ASCII.b: 0x08
        case ASCII.f: 0x0C
        case ASCII.n: ASCII.lineFeed
        case ASCII.r: ASCII.carriageReturn
        case ASCII.t: ASCII.tab
        default: byte
        }
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        func trail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F | 0x80) }
        switch scalar {
        case 0..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: scalar >> 6 | 0xC0))
            bytes.append(trail(0))
        case 0x800..<0x1_0000:
            bytes.append(UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0))
            bytes.append(trail(6))
            bytes.append(trail(0))
        default:
            bytes.append(UInt8(truncatingIfNeeded: scalar >> 18 | 0xF0))
            bytes.append(trail(12))
            bytes.append(trail(6))
            bytes.append(trail(0))
        }
    }

    /// Puts U+FFFD (EF BF BD) in the place of each three-byte surrogate.
    static func replaceSurrogates(in bytes: inout [UInt8]) {
        var offset = 0
        while offset + 2 < bytes.count {
            if bytes[offset] == 0xED, bytes[offset + 1] >= 0xA0 {
                bytes[offset] = 0xEF
                bytes[offset + 1] = 0xBF
                bytes[offset + 2] = 0xBD
                offset += 3
            } else {
                offset += 1
            }
        }
    }
}
