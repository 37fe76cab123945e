/// `uri-template` (RFC 6570, section 2).
enum URITemplate {
    static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var scanner = ByteScanner(text)
        while let byte = scanner.next {
            switch byte {
            case 0x7B:
                guard takeExpression(&scanner) else { return false }
            case 0x25:
                guard takeEncoded(&scanner) else { return false }
            case 0x00...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7C, 0x7D, 0x7F:
                return false
            default:
                scanner.offset += 1
            }
        }
        return true
    }

    private static func takeExpression(_ scanner: inout ByteScanner) -> Bool {
        scanner.offset += 1
        if let byte = scanner.next, isOperator(byte) { scanner.offset += 1 }
        repeat {
            guard takeVariable(&scanner) else { return false }
        } while scanner.take(0x2C)
        return scanner.take(0x7D)
    }

    private static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2B, 0x23, 0x2E, 0x2F, 0x3B, 0x3F, 0x26: true
        default: false
        }
    }

    /// A name, and an explode modifier or a prefix length of up to four digits.
    private static func takeVariable(_ scanner: inout ByteScanner) -> Bool {
        repeat {
            let start = scanner.offset
            while let byte = scanner.next {
                if byte == 0x25 {
                    guard takeEncoded(&scanner) else { return false }
                } else if URISyntax.isLetter(byte) || URISyntax.isDigit(byte) || byte == 0x5F {
                    scanner.offset += 1
                } else {
                    break
                }
            }
            guard scanner.offset > start else { return false }
        } while scanner.take(0x2E)
        if scanner.take(0x2A) { return true }
        guard scanner.take(0x3A) else { return true }
        guard let first = scanner.next, first != 0x30 else { return false }
        return (1...4).contains(scanner.takeWhile(URISyntax.isDigit))
    }

    private static func takeEncoded(_ scanner: inout ByteScanner) -> Bool {
        scanner.offset += 1
        for _ in 0..<2 {
            guard let byte = scanner.next, URISyntax.isHexDigit(byte) else { return false }
            scanner.offset += 1
        }
        return true
    }
}
