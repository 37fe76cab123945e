import PartnerSignature

/// What a suite says about a signature that is wrong: the one place where its cause is looked for.
enum SignatureHint {
    /// What to do about `fault`.
    ///
    /// - Parameters:
    ///   - signature: The value of the header.
    ///   - body: The bytes that it should sign.
    ///   - key: The signer's public key.
    static func fix(for fault: SignatureFault, signature: String, body: [UInt8], key: PublicKey) -> String {
        fault.fix
    }

    /// Whether a decoder that skips what is no Base64, and does without padding, makes a right signature of `signature`.
    ///
    /// The official PHP SDK decodes so; a partner whose verifier does is warned, not failed.
    static func passesLenientDecoding(_ signature: String, body: [UInt8], key: PublicKey) -> Bool {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var digits = signature.utf8.filter(alphabet.contains)
        let byteCount = (key.bitCount + 7) / 8
        guard digits.count == (byteCount * 8 + 5) / 6, let last = digits.last, let value = alphabet.firstIndex(of: last)
        else { return false }
        // The last digit of an incomplete group carries unused bits, which a strict decoder wants to be zero.
        let unusedBits = digits.count * 6 - byteCount * 8
        digits[digits.count - 1] = alphabet[(value >> unusedBits) << unusedBits]
        let padding = String(repeating: "=", count: (4 - digits.count % 4) % 4)
        return key.verify(String(decoding: digits, as: UTF8.self) + padding, over: body).isValid
    }
}
