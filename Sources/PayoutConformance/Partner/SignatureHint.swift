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
        key.verify(signature, over: body).fault?.passesLenientDecoding == true
    }

    /// Whether a verifier that decodes the block, in the place of comparing it, takes `signature`: right padding and the
    /// right digest, but no NULL beside the algorithm (RFC 8017, section 8.2.2, note 2).
    ///
    /// Java's verifier does so. Only the owner of the key can make such a block, so a partner is warned, not failed.
    static func passesDecodingVerifier(_ signature: String, body: [UInt8], key: PublicKey) -> Bool {
        guard let bytes = try? Base64.decode(signature), let content = key.recover(bytes)?.content else { return false }
        let digest = SHA256Digest(of: body)
        let identifier = digest.digestInfo[4..<17].dropLast(2)
        let withoutNull = [0x30, 0x2F, 0x30, 0x0B] + identifier + [0x04, 0x20] + digest.bytes
        return content == withoutNull
    }
}
