/// `uri` and `uri-reference` (RFC 3986), `iri` and `iri-reference` (RFC 3987).
struct URIGrammar {
    /// Whether the characters that RFC 3987 adds are allowed.
    let allowsUnicode: Bool

    func acceptsURI(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = ByteScanner(text)
        return takeScheme(&scanner) && accepts(rest: &scanner, hasScheme: true)
    }

    func acceptsReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = ByteScanner(text)
        let hasScheme = takeScheme(&scanner)
        if !hasScheme { scanner.offset = 0 }
        return accepts(rest: &scanner, hasScheme: hasScheme)
    }

    private func takeScheme(_ scanner: inout ByteScanner) -> Bool {
        guard let first = scanner.next, URISyntax.isLetter(first) else { return false }
        _ = scanner.takeWhile {
            URISyntax.isLetter($0) || URISyntax.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        }
        return scanner.take(0x3A)
    }

    private func accepts(rest scanner: inout ByteScanner, hasScheme: Bool) -> Bool {
        var hasAuthority = false
        if scanner.next == 0x2F, scanner.offset + 1 < scanner.text.count, scanner.text[scanner.offset + 1] == 0x2F {
            scanner.offset += 2
            guard takeAuthority(&scanner) else { return false }
            hasAuthority = true
        }
        if hasAuthority, let byte = scanner.next, byte != 0x2F, byte != 0x3F, byte != 0x23 { return false }
        guard takePath(&scanner, allowsColonFirst: hasScheme || hasAuthority) else { return false }
        if scanner.take(0x3F), !take(&scanner, extra: [0x2F, 0x3F], allowsPrivate: true) { return false }
        if scanner.take(0x23), !take(&scanner, extra: [0x2F, 0x3F], allowsPrivate: false) { return false }
        return scanner.isAtEnd
    }

    private func takePath(_ scanner: inout ByteScanner, allowsColonFirst: Bool) -> Bool {
        let start = scanner.offset
        guard take(&scanner, extra: [0x2F], allowsPrivate: false) else { return false }
        guard !allowsColonFirst else { return true }
        // Otherwise the first segment would read as a scheme (RFC 3986 section 4.2).
        for byte in scanner.text[start..<scanner.offset] {
            if byte == 0x2F { return true }
            if byte == 0x3A { return false }
        }
        return true
    }

    private func takeAuthority(_ scanner: inout ByteScanner) -> Bool {
        let end = scanner.text[scanner.offset...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
        let authority = scanner.text[scanner.offset..<(end ?? scanner.text.count)]
        scanner.offset = end ?? scanner.text.count
        var host = authority
        if let at = authority.lastIndex(of: 0x40) {
            var user = ByteScanner(UnsafeBufferPointer(rebasing: authority[..<at]))
            guard take(&user, extra: [], allowsPrivate: false, allowsAt: false), user.isAtEnd else { return false }
            host = authority[(at + 1)...]
        }
        var scanner = ByteScanner(UnsafeBufferPointer(rebasing: host))
        if scanner.next == 0x5B {
            guard takeLiteral(&scanner) else { return false }
        } else {
            guard take(&scanner, extra: [], allowsPrivate: false, allowsAt: false, allowsColon: false) else {
                return false
            }
        }
        if scanner.take(0x3A) { _ = scanner.takeWhile(URISyntax.isDigit) }
        return scanner.isAtEnd
    }

    private func takeLiteral(_ scanner: inout ByteScanner) -> Bool {
        guard scanner.take(0x5B) else { return false }
        if let byte = scanner.next, byte | 0x20 == 0x76 {
            scanner.offset += 1
            guard scanner.takeWhile(URISyntax.isHexDigit) > 0, scanner.take(0x2E) else { return false }
            let count = scanner.takeWhile {
                URISyntax.isUnreserved($0) || URISyntax.isSubDelimiter($0) || $0 == 0x3A
            }
            return count > 0 && scanner.take(0x5D)
        }
        return IPv6Address.take(&scanner) && scanner.take(0x5D)
    }

    /// Takes characters of a path, query, fragment, user or name; false for a broken percent-encoding.
    private func take(
        _ scanner: inout ByteScanner,
        extra: [UInt8],
        allowsPrivate: Bool,
        allowsAt: Bool = true,
        allowsColon: Bool = true
    ) -> Bool {
        while let byte = scanner.next {
            if byte == 0x25 {
                guard takeEncoded(&scanner) else { return false }
            } else if byte >= 0x80 {
                guard allowsUnicode, takeScalar(&scanner, allowsPrivate: allowsPrivate) else { return false }
            } else if URISyntax.isUnreserved(byte) || URISyntax.isSubDelimiter(byte) || extra.contains(byte)
                || (byte == 0x3A && allowsColon) || (byte == 0x40 && allowsAt)
            {
                scanner.offset += 1
            } else {
                return true
            }
        }
        return true
    }

    private func takeEncoded(_ scanner: inout ByteScanner) -> Bool {
        scanner.offset += 1
        for _ in 0..<2 {
            guard let byte = scanner.next, URISyntax.isHexDigit(byte) else { return false }
            scanner.offset += 1
        }
        return true
    }

    /// Takes one of `ucschar`, or of `iprivate` where that is allowed (RFC 3987 section 2.2).
    private func takeScalar(_ scanner: inout ByteScanner, allowsPrivate: Bool) -> Bool {
        guard let value = scanner.takeScalar() else { return false }
        switch value {
        case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: return true
        case 0xE000...0xF8FF: return allowsPrivate
        case 0xE_0000...0xE_0FFF: return false
        case 0x1_0000...0xE_FFFD: return value & 0xFFFF <= 0xFFFD
        case 0xF_0000...0x10_FFFD: return allowsPrivate && value & 0xFFFF <= 0xFFFD
        default: return false
        }
    }
}

extension ByteScanner {
    /// Takes one character beyond ASCII; nil when the bytes are no UTF-8.
    mutating func takeScalar() -> UInt32? {
        guard let lead = next else { return nil }
        let count = lead >= 0xF0 ? 3 : (lead >= 0xE0 ? 2 : 1)
        guard lead >= 0xC2, offset + count < text.count else { return nil }
        var value = UInt32(lead) & (0x3F >> UInt32(count))
        for step in 1...count { value = value << 6 | UInt32(text[offset + step] & 0x3F) }
        offset += count + 1
        return value
    }
}
