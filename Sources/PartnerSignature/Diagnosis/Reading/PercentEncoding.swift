/// Percent-encoding (RFC 3986 section 2.1) and the form encoding of HTML.
enum PercentEncoding {
    /// Which bytes stay as they are.
    enum Style {
        /// `rawurlencode` of PHP and `encodeURIComponent` of JavaScript, which differ in `!'()*` alone.
        case component(keeps: [UInt8])
        /// A blank becomes `+`, as in form data.
        case form
    }

    /// Writes `bytes`.
    static func encode(_ bytes: [UInt8], _ style: Style) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if isKept(byte, style) {
                result.append(byte)
            } else if case .form = style, byte == 0x20 {
                result.append(0x2B)
            } else {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return result
    }

    /// Reads `bytes`; a percent sign without two digits behind it stays.
    static func decode(_ bytes: [UInt8], plusIsBlank: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x25, offset + 2 < bytes.count, Hexadecimal.isDigit(bytes[offset + 1]),
                Hexadecimal.isDigit(bytes[offset + 2])
            {
                result.append(Hexadecimal.value(of: bytes[offset + 1]) << 4 | Hexadecimal.value(of: bytes[offset + 2]))
                offset += 3
            } else {
                result.append(plusIsBlank && byte == 0x2B ? 0x20 : byte)
                offset += 1
            }
        }
        return result
    }

    private static func isKept(_ byte: UInt8, _ style: Style) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: return true
        default: break
        }
        switch style {
        case .component(let kept): return byte == 0x7E || kept.contains(byte)
        case .form: return false
        }
    }
}
