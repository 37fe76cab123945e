import StrictJSON

/// The text of a header value with what stands around it taken away step by step.
struct WrittenText {
    /// What was taken away.
    let mistakes: [Mistake]

    /// What is left.
    let bytes: [UInt8]

    /// The text as it is, and after each step that changes it.
    static func all(of value: [UInt8]) -> [WrittenText] {
        var texts = [WrittenText(mistakes: [], bytes: value)]
        for step in steps {
            guard let last = texts.last else { break }
            let bytes = step.take(last.bytes)
            guard bytes != last.bytes, !bytes.isEmpty else { continue }
            texts.append(WrittenText(mistakes: last.mistakes + [step.mistake], bytes: bytes))
        }
        // A blank may stand for + only while it is still there.
        if let trimmed = trimmed(value), trimmed.contains(space) {
            let restored = trimmed.map { $0 == space ? plus : $0 }
            texts.append(WrittenText(mistakes: [.plusLost], bytes: restored))
        }
        if let first = value.first, value.count > 1, Base64.isInAlphabet(first) || first == equals {
            texts.append(WrittenText(mistakes: [.backwards], bytes: value.reversed()))
        }
        return texts
    }

    private struct Step {
        let mistake: Mistake
        let take: @Sendable ([UInt8]) -> [UInt8]
    }

    private static let steps: [Step] = [
        Step(mistake: .pemLines, take: withoutPEMLines),
        Step(mistake: .prefixed, take: withoutPrefix),
        Step(mistake: .separated, take: withoutSeparator),
        Step(mistake: .quoted, take: withoutQuotes),
        Step(mistake: .escaped, take: unescaped),
        Step(mistake: .percentEncoded, take: percentDecoded),
        Step(mistake: .repeated, take: firstOfSeveral),
        Step(mistake: .whitespace, take: withoutBlanks),
    ]

    private static func withoutPEMLines(_ text: [UInt8]) -> [UInt8] {
        guard text.starts(with: Array("-----BEGIN ".utf8)) else { return text }
        let lines = text.split { $0 == 0x0A || $0 == 0x0D }
        return Array(lines.filter { !$0.starts(with: Array("-----".utf8)) }.joined())
    }

    /// Takes `signature="..."` out of parameters, and the word before a blank, a colon, a comma or `=` inside away.
    private static func withoutPrefix(_ text: [UInt8]) -> [UInt8] {
        if let start = ByteSearch.firstRange(of: Array("signature=\"".utf8), in: text)?.upperBound,
            let end = text[start...].firstIndex(of: 0x22)
        {
            return Array(text[start..<end])
        }
        if let start = ByteSearch.firstRange(of: Array("base64,".utf8), in: text)?.upperBound {
            return Array(text[start...])
        }
        // The names of schemes are short, and no Base64 of a signature has = or : near its start.
        for (offset, byte) in text.prefix(24).enumerated() where offset > 0 && offset + 40 < text.count {
            if byte == 0x20 || byte == 0x3A || byte == equals {
                return Array(text[(offset + 1)...].drop { $0 == space })
            }
        }
        return text
    }

    private static func withoutQuotes(_ text: [UInt8]) -> [UInt8] {
        guard var inner = trimmed(text), inner.count > 2 else { return text }
        if inner[0] == 0x62, inner[1] == 0x27 || inner[1] == 0x22 { inner.removeFirst() }
        let pairs: [(UInt8, UInt8)] = [
            (0x22, 0x22), (0x27, 0x27), (0x60, 0x60), (0x3C, 0x3E), (0x28, 0x29), (0x5B, 0x5D),
        ]
        if pairs.contains(where: { $0.0 == inner[0] && $0.1 == inner[inner.count - 1] }) {
            return Array(inner.dropFirst().dropLast())
        }
        return text
    }

    private static func withoutSeparator(_ text: [UInt8]) -> [UInt8] {
        guard let inner = trimmed(text), inner.count > 40, inner.last == 0x3B || inner.last == 0x2C else { return text }
        return inner.dropLast()
    }

    /// Reads `\/`, `\u002b` and `&#x3D;`.
    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        let replacements: [(String, UInt8)] = [
            ("\\u002b", plus), ("\\u002B", plus), ("\\u002f", 0x2F), ("\\u002F", 0x2F), ("\\u003d", equals),
            ("\\u003D", equals), ("\\/", 0x2F), ("&#x3D;", equals), ("&#x3d;", equals), ("&#61;", equals),
            ("&#x2B;", plus), ("&#x2b;", plus), ("&#43;", plus), ("&#x2F;", 0x2F), ("&#x2f;", 0x2F), ("&#47;", 0x2F),
        ]
        guard text.contains(0x5C) || text.contains(0x26) else { return text }
        var text = text
        for (escape, byte) in replacements { text = ByteSearch.replacing(Array(escape.utf8), by: [byte], in: text) }
        return text
    }

    private static func percentDecoded(_ text: [UInt8]) -> [UInt8] {
        text.contains(0x25) ? PercentEncoding.decode(text, plusIsBlank: false) : text
    }

    private static func firstOfSeveral(_ text: [UInt8]) -> [UInt8] {
        if let comma = text.firstIndex(of: 0x2C), comma > 40 { return Array(text[..<comma]) }
        let half = text.count / 2
        guard text.count % 2 == 0, half > 40, text[..<half] == text[half...] else { return text }
        return Array(text[..<half])
    }

    private static func withoutBlanks(_ text: [UInt8]) -> [UInt8] {
        var text = text
        // Characters of Unicode that are not seen, in UTF-8: no-break space, zero-width space, byte order mark.
        for blank in [[0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            text = ByteSearch.replacing(blank, by: [], in: text)
        }
        return text.filter { !isBlank($0) }
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8]? {
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return nil }
        return Array(text[first...last])
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == space || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0B || byte == 0x0C
    }

    private static let space: UInt8 = 0x20
    private static let plus: UInt8 = 0x2B
    private static let equals: UInt8 = 0x3D
}
