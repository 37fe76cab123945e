/// The value of `X-PARTNER-SIGN`: standard Base64 in one line, of as many bytes as the modulus has.
enum SignatureText {
    /// Reads `text`.
    ///
    /// - Throws: `SignatureFault` that names the mistake when it is a known one.
    static func decode(_ text: String, byteCount: Int) throws(SignatureFault) -> [UInt8] {
        let text = Array(text.utf8)
        guard !text.isEmpty else { throw SignatureFault(.empty, offset: 0) }
        let signature: [UInt8]
        do {
            signature = try Base64.decode(text)
        } catch {
            throw fault(for: error, in: text)
        }
        guard signature.count == byteCount else { throw fault(ofLength: signature, in: text, byteCount: byteCount) }
        return signature
    }

    /// Reads `text` as `base64_decode` of PHP does by default: what is not in the alphabet is skipped, padding included,
    /// and a last group of one character is dropped.
    ///
    /// The result is nil when it has another length than a signature. Longer texts than could be meant so are not read.
    static func decodeLeniently(_ text: String, byteCount: Int) -> [UInt8]? {
        guard text.utf8.count <= byteCount * 4 else { return nil }
        let bytes = Base64.decodeLeniently(Array(text.utf8))
        return bytes.count == byteCount ? bytes : nil
    }

    /// Names the mistake behind a text that is not Base64.
    private static func fault(for error: Base64Error, in text: [UInt8]) -> SignatureFault {
        if isQuoted(text) { return SignatureFault(.quoted, offset: 0) }
        if let offset = text.firstIndex(of: comma) { return SignatureFault(.severalValues, offset: offset) }
        if let offset = text.firstIndex(where: isWhitespace) { return SignatureFault(.whitespace, offset: offset) }
        if let offset = text.firstIndex(of: percent) { return SignatureFault(.percentEncoded, offset: offset) }
        if text.allSatisfy(Hexadecimal.isDigit) { return SignatureFault(.hexadecimal, offset: error.offset) }
        if let offset = text.firstIndex(where: isURLOnly), text.allSatisfy({ isURLOnly($0) || isBase64($0) }) {
            return SignatureFault(.base64url, offset: offset)
        }
        let code: SignatureFault.Code =
            switch error.code {
            case .missingPadding: .missingPadding
            case .trailingData: .trailingData
            case .unusedBits: .unusedBits
            default: .notBase64
            }
        return SignatureFault(code, offset: error.offset)
    }

    /// Names the mistake behind Base64 of the wrong length.
    private static func fault(ofLength signature: [UInt8], in text: [UInt8], byteCount: Int) -> SignatureFault {
        // Hexadecimal digits are Base64 characters. 64 of them are a SHA-256 digest; a signature has two a byte.
        if text.allSatisfy(Hexadecimal.isDigit) { return SignatureFault(.hexadecimal) }
        if let twice = try? Base64.decode(signature), twice.count == byteCount { return SignatureFault(.encodedTwice) }
        return SignatureFault(.wrongLength, expectedByteCount: byteCount, foundByteCount: signature.count)
    }

    private static func isQuoted(_ text: [UInt8]) -> Bool {
        guard text.count > 1, let first = text.first else { return false }
        return (first == 0x22 || first == 0x27) && text.last == first
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isURLOnly(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: true
        default: false
        }
    }

    private static let percent: UInt8 = 0x25
    private static let comma: UInt8 = 0x2C
}
