/// The characters of a JSON string, read from how it is written.
enum StringContent {
    /// Calls `take` with the value of each character between the quotation marks, a lone surrogate included.
    ///
    /// The text was checked before: every escape is whole and every sequence of UTF-8 right.
    static func forEachScalar(of text: ArraySlice<UInt8>, _ take: (UInt32) -> Void) {
        var offset = text.startIndex + 1
        let end = text.endIndex - 1
        while offset < end {
            let byte = text[offset]
            if byte == 0x5C {
                take(escape(in: text, at: &offset))
            } else if byte < 0x80 {
                take(UInt32(byte))
                offset += 1
            } else {
                let count = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                var value = UInt32(byte) & (0x7F >> UInt32(count))
                for index in offset + 1..<min(offset + count, end) { value = value << 6 | UInt32(text[index] & 0x3F) }
                take(value)
                offset += count
            }
        }
    }

    /// Reads the escape at `offset` and moves past it; a pair of surrogates is one character.
    private static func escape(in text: ArraySlice<UInt8>, at offset: inout Int) -> UInt32 {
        let letter = text[offset + 1]
        offset += 2
        switch letter {
        case 0x62: return 0x08
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x75: break
        default: return UInt32(letter)
        }
        let unit = self.unit(in: text, at: offset)
        offset += 4
        guard (0xD800...0xDBFF).contains(unit), offset + 6 < text.endIndex, text[offset] == 0x5C,
            text[offset + 1] == 0x75
        else { return unit }
        let low = self.unit(in: text, at: offset + 2)
        guard (0xDC00...0xDFFF).contains(low) else { return unit }
        offset += 6
        return 0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }

    private static func unit(in text: ArraySlice<UInt8>, at offset: Int) -> UInt32 {
        text[offset..<offset + 4].reduce(0) { $0 << 4 | UInt32(Hexadecimal.value(of: $1)) }
    }

    /// The characters as a string; a lone surrogate is U+FFFD.
    static func string(of text: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        forEachScalar(of: text) { scalars.append(Unicode.Scalar($0) ?? "\u{FFFD}") }
        return String(scalars)
    }
}
