/// Header values that are something else than an RSA signature.
enum ForeignValue {
    /// What `value` is, told by its form alone; nil when it has no known form.
    static func mistake(behind value: String, readings: [SignatureReading]) -> Mistake? {
        let text = Array(value.utf8)
        if text.allSatisfy({ $0 <= 0x20 }) { return .missing }
        if isToken(text) { return .token }
        guard let bytes = readings.first(where: \.isPlain)?.bytes else {
            return isWord(text) ? .word : nil
        }
        if isECDSA(bytes) { return .ecdsa }
        // SEQUENCE of an algorithm identifier and a BIT STRING: SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7).
        if bytes.starts(with: [0x30, 0x82]), bytes.count > 24, bytes[4...].starts(with: [0x30, 0x0D, 0x06, 0x09]) {
            return .publicKeySent
        }
        if isWord(text), bytes.count < 16 { return .word }
        return digestByteCounts.contains(bytes.count) ? .digestOrHMAC : nil
    }

    /// The lengths of digests from MD5 to SHA-512.
    private static let digestByteCounts: Set<Int> = [16, 20, 28, 32, 48, 64]

    /// Three parts of base64url between points; the first is an object.
    private static func isToken(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].starts(with: Array("eyJ".utf8))
    }

    /// Letters and a few signs, in no encoding and too short for a signature.
    private static func isWord(_ text: [UInt8]) -> Bool {
        text.count <= 40
            && text.allSatisfy { byte in
                switch byte {
                case 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D, 0x5F, 0x5B, 0x5D, 0x7B, 0x7D: true
                default: false
                }
            }
    }

    /// `SEQUENCE { INTEGER, INTEGER }` that fills the whole (RFC 3279 section 2.2.3).
    private static func isECDSA(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8, bytes.count < 144, bytes[0] == 0x30 else { return false }
        var content = bytes[2...]
        if bytes[1] == 0x81 {
            guard bytes.count > 10, Int(bytes[2]) == bytes.count - 3 else { return false }
            content = bytes[3...]
        } else if Int(bytes[1]) != bytes.count - 2 {
            return false
        }
        for _ in 0..<2 {
            guard content.count > 2, content[content.startIndex] == 0x02 else { return false }
            let count = Int(content[content.startIndex + 1])
            guard count > 0, count < 0x80, content.count >= count + 2 else { return false }
            content = content.dropFirst(count + 2)
        }
        return content.isEmpty
    }
}
