/// The encoding Windows-1251, which Russian systems used before UTF-8.
enum Windows1251 {
    /// The characters of the bytes 80 to BF; C0 to FF are the letters from U+0410 on, in order.
    private static let upper: [UInt16] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
        0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x0098, 0x2122, 0x0459, 0x203A,
        0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9,
        0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7,
        0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
    ]

    private static let bytes: [UInt16: UInt8] = Dictionary(
        uniqueKeysWithValues: upper.enumerated().map { ($0.element, UInt8($0.offset + 0x80)) }
    )

    /// Writes `text`; nil when it has other characters and no replacement for them was given.
    static func encode(_ text: String, replacement: UInt8? = nil) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.append(UInt8(scalar.value))
            } else if (0x410...0x44F).contains(scalar.value) {
                result.append(UInt8(scalar.value - 0x410 + 0xC0))
            } else if let byte = UInt16(exactly: scalar.value).flatMap({ bytes[$0] }) ?? replacement {
                result.append(byte)
            } else {
                return nil
            }
        }
        return result
    }

    /// Reads `body` and writes it in UTF-8.
    static func decode(_ body: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(body.count * 2)
        for byte in body {
            switch byte {
            case 0x00..<0x80: result.append(byte)
            case 0x80..<0xC0: append(UInt32(upper[Int(byte) - 0x80]), to: &result)
            default: append(UInt32(byte) - 0xC0 + 0x410, to: &result)
            }
        }
        return result
    }

    /// Appends a character of the basic plane beyond ASCII.
    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        if value < 0x800 {
            bytes += [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 0x3F)]
        } else {
            bytes += [0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F)]
        }
    }
}
