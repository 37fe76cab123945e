// `ipv4` (RFC 2673, section 3.2), `ipv6` (RFC 4291, section 2.2) and `hostname` (RFC 1123, section 2.1).

extension ByteScanner {
    /// Takes four decimal numbers up to 255, without leading zeros.
    mutating func takeIPv4() -> Bool {
        for part in 0..<4 {
            if part > 0, !take(0x2E) { return false }
            let start = offset
            var value = 0
            while let byte = next, URISyntax.isDigit(byte), offset - start < 4 {
                value = value * 10 + Int(byte - 0x30)
                offset += 1
            }
            let count = offset - start
            guard count > 0, value <= 255, count == 1 || text[start] != 0x30 else { return false }
        }
        return true
    }
}

/// The text form of IPv6 addresses.
enum IPv6Address {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = ByteScanner(text)
        return take(&scanner) && scanner.isAtEnd
    }

    /// Takes eight groups, or fewer around one `::`; the last two may be an IPv4 address.
    static func take(_ scanner: inout ByteScanner) -> Bool {
        var groups = 0
        var hasGap = false
        if scanner.next == 0x3A {
            guard takeGap(&scanner) else { return false }
            hasGap = true
        }
        while groups < 8, let byte = scanner.next, URISyntax.isHexDigit(byte) {
            let start = scanner.offset
            let digits = scanner.takeWhile(URISyntax.isHexDigit)
            if scanner.next == 0x2E {
                scanner.offset = start
                guard groups <= 6, scanner.takeIPv4() else { return false }
                groups += 2
                break
            }
            guard digits <= 4 else { return false }
            groups += 1
            guard scanner.next == 0x3A else { break }
            if scanner.offset + 1 < scanner.text.count, scanner.text[scanner.offset + 1] == 0x3A {
                guard !hasGap, takeGap(&scanner) else { return false }
                hasGap = true
            } else {
                scanner.offset += 1
                guard let next = scanner.next, URISyntax.isHexDigit(next) else { return false }
            }
        }
        return hasGap ? groups <= 7 : groups == 8
    }

    private static func takeGap(_ scanner: inout ByteScanner) -> Bool {
        scanner.take(0x3A) && scanner.take(0x3A) && scanner.next != 0x3A
    }
}

/// Host names of letters, digits and hyphens.
enum HostName {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (1...253).contains(text.count) else { return false }
        var length = 0
        for (offset, byte) in text.enumerated() {
            if byte == 0x2E {
                guard length > 0, text[offset - 1] != 0x2D else { return false }
                length = 0
            } else {
                let isHyphen = byte == 0x2D
                guard isHyphen || URISyntax.isLetter(byte) || URISyntax.isDigit(byte) else { return false }
                guard !(isHyphen && length == 0), length < 63 else { return false }
                length += 1
            }
        }
        return length > 0 && text[text.count - 1] != 0x2D
    }
}
