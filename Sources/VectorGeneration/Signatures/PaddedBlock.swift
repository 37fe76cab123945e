import PartnerSignature

/// The blocks to which the RSA private operation is applied.
enum PaddedBlock {
    /// EMSA-PKCS1-v1_5 (RFC 8017 section 9.2) around any content: `00 01 FF ... FF 00 content`.
    static func pkcs1(_ content: [UInt8], byteCount: Int, type: UInt8 = 1) -> [UInt8] {
        let count = max(0, byteCount - 3 - content.count)
        return [0x00, type] + [UInt8](repeating: 0xFF, count: count) + [0x00] + content
    }

    /// EMSA-PSS (RFC 8017 section 9.1.1) with SHA-256, MGF1 with SHA-256 and a given salt.
    ///
    /// The modulus has a multiple of eight bits.
    static func pss(_ digest: SHA256Digest, salt: [UInt8], byteCount: Int) -> [UInt8] {
        let hash = SHA256Digest(of: [UInt8](repeating: 0, count: 8) + digest.bytes + salt).bytes
        let zeros = [UInt8](repeating: 0, count: max(0, byteCount - salt.count - hash.count - 2))
        let data = zeros + [0x01] + salt
        var masked = zip(data, mask(hash, count: data.count)).map { $0 ^ $1 }
        // The block has one bit less than the modulus.
        masked[0] &= 0x7F
        return masked + hash + [0xBC]
    }

    /// MGF1 with SHA-256 (RFC 8017 appendix B.2.1).
    private static func mask(_ seed: [UInt8], count: Int) -> [UInt8] {
        var mask: [UInt8] = []
        var counter: UInt32 = 0
        while mask.count < count {
            let suffix = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: counter >> UInt32($0)) }
            mask += SHA256Digest(of: seed + suffix).bytes
            counter += 1
        }
        return Array(mask[..<count])
    }
}
