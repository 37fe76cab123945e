import PartnerSignature

/// The blocks to which the RSA private operation is applied.
enum PaddedBlock {
    /// EMSA-PKCS1-v1_5 (RFC 8017 section 9.2) around any content: `00 01 FF ... FF 00 content`.
    static func pkcs1(_ content: [UInt8], byteCount: Int, type: UInt8 = 1) -> [UInt8] {
        let count = max(0, byteCount - 3 - content.count)
        return [0x00, type] + [UInt8](repeating: 0xFF, count: count) + [0x00] + content
    }

    /// EMSA-PSS (RFC 8017 section 9.1.1) with one algorithm for the digest and for MGF1, and a given salt.
    ///
    /// The modulus has a multiple of eight bits.
    static func pss(
        _ digest: [UInt8],
        salt: [UInt8],
        byteCount: Int,
        algorithm: DigestAlgorithm
    ) throws(VectorGenerationError) -> [UInt8] {
        func digested(_ bytes: [UInt8]) throws(VectorGenerationError) -> [UInt8] {
            guard let digest = algorithm.digest(of: bytes) else {
                throw VectorGenerationError(.digest, subject: algorithm.name)
            }
            return digest
        }
        let hash = try digested([UInt8](repeating: 0, count: 8) + digest + salt)
        let zeros = [UInt8](repeating: 0, count: max(0, byteCount - salt.count - hash.count - 2))
        let data = zeros + [0x01] + salt
        // MGF1 (RFC 8017 appendix B.2.1).
        var mask: [UInt8] = []
        var counter: UInt32 = 0
        while mask.count < data.count {
            mask += try digested(hash + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: counter >> UInt32($0)) })
            counter += 1
        }
        var masked = zip(data, mask).map { $0 ^ $1 }
        // The block has one bit less than the modulus.
        masked[0] &= 0x7F
        return masked + hash + [0xBC]
    }
}
