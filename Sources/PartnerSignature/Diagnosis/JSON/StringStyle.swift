/// A way in which encoders write the characters of JSON strings.
struct StringStyle: Hashable {
    /// How characters beyond ASCII are written.
    enum Characters: Hashable {
        /// As in the received body, and all other escapes too.
        case kept
        /// As they are, in UTF-8.
        case raw
        /// As `\u` escapes with small digits.
        case escaped
        /// As `\u` escapes with capital digits.
        case escapedInCapitals
    }

    /// How `/` is written.
    enum Solidus: Hashable {
        case kept
        case plain
        case escaped
    }

    /// Which characters of ASCII are written as `\u` escapes, although JSON does not ask for it.
    enum Markup: Hashable {
        case none
        /// `<`, `>` and `&`, and U+2028 and U+2029: encoding/json of Go.
        case go
        /// `<`, `>`, `&`, `=` and `'`: Gson of Java.
        case gson
        /// `"`, `'`, `+`, `<`, `>`, `&` and a backtick: System.Text.Json of .NET.
        case net
    }

    var characters = Characters.kept
    var solidus = Solidus.kept
    var markup = Markup.none

    /// All in use, the most likely first; the first changes nothing.
    static let all: [StringStyle] = [
        StringStyle(),
        StringStyle(characters: .raw, solidus: .plain),
        StringStyle(characters: .escaped, solidus: .plain),
        StringStyle(characters: .escaped, solidus: .escaped),
        StringStyle(characters: .raw, solidus: .escaped),
        StringStyle(solidus: .escaped),
        StringStyle(solidus: .plain),
        StringStyle(characters: .raw, solidus: .plain, markup: .go),
        StringStyle(characters: .escapedInCapitals, solidus: .plain, markup: .net),
        StringStyle(characters: .escapedInCapitals, solidus: .plain),
        StringStyle(characters: .raw, solidus: .plain, markup: .gson),
    ]

    /// Writes the strings and names of a text anew.
    func write(_ text: TokenizedText) -> TokenizedText {
        var written = text
        guard self != StringStyle() else { return written }
        for (index, token) in text.tokens.enumerated() where token.isText {
            written.rewrite(index, as: write(text[token]))
        }
        return written
    }

    /// Writes a string anew, quotation marks included.
    func write(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard characters != .kept else { return writeSolidus(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 2)
        bytes.append(0x22)
        StringContent.forEachScalar(of: text) { append($0, to: &bytes) }
        bytes.append(0x22)
        return bytes[...]
    }

    private func append(_ value: UInt32, to bytes: inout [UInt8]) {
        if isEscaped(value) {
            appendEscape(value, to: &bytes)
        } else if value < 0x80 {
            bytes.append(UInt8(value))
        } else if let scalar = Unicode.Scalar(value) {
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        } else {
            appendUnits(value, to: &bytes)
        }
    }

    private func isEscaped(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x22, 0x5C: true
        case 0x2F: solidus == .escaped
        case 0x3C, 0x3E, 0x26: markup != .none
        case 0x27: markup == .gson || markup == .net
        case 0x3D: markup == .gson
        case 0x2B, 0x60: markup == .net
        case 0x2028, 0x2029: characters != .raw || markup == .go || markup == .gson
        case 0x80...: characters != .raw
        default: false
        }
    }

    private func appendEscape(_ value: UInt32, to bytes: inout [UInt8]) {
        let short: UInt8? =
            switch value {
            case 0x22: markup == .net ? nil : 0x22
            case 0x5C, 0x2F: UInt8(value)
            case 0x08: 0x62
            case 0x0C: 0x66
            case 0x0A: 0x6E
            case 0x0D: 0x72
            case 0x09: 0x74
            default: nil
            }
        if let short { bytes += [0x5C, short] } else { appendUnits(value, to: &bytes) }
    }

    private func appendUnits(_ value: UInt32, to bytes: inout [UInt8]) {
        if value >= 0x1_0000 {
            appendUnit(0xD800 + (value - 0x1_0000) >> 10, to: &bytes)
            appendUnit(0xDC00 + (value - 0x1_0000) & 0x3FF, to: &bytes)
        } else {
            appendUnit(value, to: &bytes)
        }
    }

    private func appendUnit(_ unit: UInt32, to bytes: inout [UInt8]) {
        let ten: UInt8 = characters == .escapedInCapitals ? 0x37 : 0x57
        bytes += [0x5C, 0x75]
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(unit >> shift & 0xF)
            bytes.append(digit + (digit < 10 ? 0x30 : ten))
        }
    }

    /// Changes the slashes alone.
    private func writeSolidus(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard solidus != .kept, text.contains(0x2F) else { return text }
        var bytes: [UInt8] = []
        var offset = text.startIndex
        while offset < text.endIndex {
            let byte = text[offset]
            if byte == 0x5C, offset + 1 < text.endIndex {
                let isSolidus = text[offset + 1] == 0x2F
                if !isSolidus || solidus == .escaped { bytes.append(byte) }
                bytes.append(text[offset + 1])
                offset += 2
            } else {
                if byte == 0x2F, solidus == .escaped { bytes.append(0x5C) }
                bytes.append(byte)
                offset += 1
            }
        }
        return bytes[...]
    }
}
