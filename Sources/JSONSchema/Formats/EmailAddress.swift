/// `email` (the mailbox of RFC 5321, section 4.1.2) and `idn-email` (RFC 6531).
enum EmailAddress {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
        var scanner = ByteScanner(text)
        let isLocalPart =
            scanner.next == 0x22
            ? takeQuoted(&scanner, isInternational) : takeDotted(&scanner, isInternational)
        guard isLocalPart, scanner.offset <= 64, scanner.take(0x40) else { return false }
        let domain = UnsafeBufferPointer(rebasing: text[scanner.offset...])
        if domain.first == 0x5B { return isAddressLiteral(domain) }
        return isInternational ? isInternationalDomain(domain) : HostName.accepts(domain)
    }

    private static func takeDotted(_ scanner: inout ByteScanner, _ isInternational: Bool) -> Bool {
        repeat {
            guard scanner.takeWhile({ isAtom($0) || (isInternational && $0 >= 0x80) }) > 0 else { return false }
        } while scanner.take(0x2E)
        return true
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: URISyntax.isLetter(byte) || URISyntax.isDigit(byte)
        }
    }

    private static func takeQuoted(_ scanner: inout ByteScanner, _ isInternational: Bool) -> Bool {
        scanner.offset += 1
        while let byte = scanner.next {
            scanner.offset += 1
            switch byte {
            case 0x22: return true
            case 0x5C:
                guard let escaped = scanner.next, (0x20...0x7E).contains(escaped) else { return false }
                scanner.offset += 1
            case 0x20...0x7E: break
            default: guard isInternational, byte >= 0x80 else { return false }
            }
        }
        return false
    }

    private static func isAddressLiteral(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
        guard domain.last == 0x5D, domain.count > 2 else { return false }
        let content = UnsafeBufferPointer(rebasing: domain[1..<(domain.count - 1)])
        let prefix: [UInt8] = [0x49, 0x50, 0x76, 0x36, 0x3A]
        if content.starts(with: prefix) {
            return IPv6Address.accepts(UnsafeBufferPointer(rebasing: content[prefix.count...]))
        }
        var scanner = ByteScanner(content)
        return scanner.takeIPv4() && scanner.isAtEnd
    }

    /// Labels of letters, digits, hyphens and anything beyond ASCII; the tables of IDNA 2008 are not applied.
    private static func isInternationalDomain(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
        let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.first != 0x2D && label.last != 0x2D
                && label.allSatisfy { $0 >= 0x80 || $0 == 0x2D || URISyntax.isLetter($0) || URISyntax.isDigit($0) }
        }
    }
}
