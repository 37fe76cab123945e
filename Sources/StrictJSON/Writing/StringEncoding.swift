/// The text form of strings (RFC 8259 section 7).
enum StringEncoding {
    private static let hexDigits: StaticString = "0123456789abcdef"

    /// Appends a string in its quotes.
    ///
    /// `content` is UTF-8, in which surrogates of three bytes are tolerated.
    static func append(_ content: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], by writer: JSONWriter) {
        let keepsCharacters = writer.escaping == .utf8
        let escapesSolidus = writer.escapesSolidus
        bytes.append(ASCII.quote)
        var offset = 0
        var start = 0
        while offset < content.count {
            let byte = content[offset]
            if byte >= 0x20, byte < 0x80, byte != ASCII.quote, byte != ASCII.backslash,
                byte != ASCII.solidus || !escapesSolidus
            {
                offset += 1
            } else if byte >= 0x80, keepsCharacters, !isSurrogate(content, offset) {
                offset += 1
            } else {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<offset]))
                if byte < 0x80 {
                    appendEscape(byte, to: &bytes)
                    offset += 1
                } else {
                    offset = appendEscapedCharacter(content, at: offset, to: &bytes)
                }
                start = offset
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<content.count]))
        bytes.append(ASCII.quote)
    }

    private static func isSurrogate(_ content: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        content[offset] == 0xED && offset + 2 < content.count && content[offset + 1] >= 0xA0
    }

    private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        let short: UInt8? =
            switch byte {
            case ASCII.quote, ASCII.backslash, ASCII.solidus: byte
            case 0x08: ASCII.b
            case 0x0C: ASCII.f
            case ASCII.lineFeed: ASCII.n
            case ASCII.carriageReturn: ASCII.r
            case ASCII.tab: ASCII.t
            default: nil
            }
        guard let short else { return appendUnit(UInt32(byte), to: &bytes) }
        bytes.append(ASCII.backslash)
        bytes.append(short)
    }

    /// Appends the character of two to four bytes at `offset`; gives the offset after it.
    private static func appendEscapedCharacter(
        _ content: UnsafeBufferPointer<UInt8>,
        at offset: Int,
        to bytes: inout [UInt8]
    ) -> Int {
        let first = UInt32(content[offset])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = first & (0x7F >> UInt32(length))
        for index in offset + 1..<offset + length where index < content.count {
            scalar = scalar << 6 | UInt32(content[index] & 0x3F)
        }
        if scalar < 0x1_0000 {
            appendUnit(scalar, to: &bytes)
        } else {
            appendUnit(0xD800 + (scalar - 0x1_0000) >> 10, to: &bytes)
            appendUnit(0xDC00 + (scalar - 0x1_0000) & 0x3FF, to: &bytes)
        }
        return min(offset + length, content.count)
    }

    private static func appendUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
        bytes.append(ASCII.backslash)
        bytes.append(ASCII.u)
        for shift in [12, 8, 4, 0] as [UInt32] {
            bytes.append(hexDigits.utf8Start[Int(unit >> shift & 0xF)])
        }
    }
}
