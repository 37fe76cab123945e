/// Reads a block as EMSA-PSS (RFC 8017 section 9.1.2), for every digest algorithm and every length of the salt.
enum SaltedBlock {
    /// The algorithms that libraries offer for it.
    private static let algorithms: [DigestAlgorithm] = [.sha256, .sha1, .sha512, .sha384]

    /// What the block may hold.
    static func hypotheses(in block: [UInt8], bitCount: Int) -> [Hypothesis] {
        // Moduli of another length have their bits elsewhere, and nobody uses them.
        guard bitCount % 8 == 0, block.last == 0xBC, let first = block.first, first < 0x80 else { return [] }
        return algorithms.compactMap { hypothesis(in: block, $0) }
    }

    private static func hypothesis(in block: [UInt8], _ algorithm: DigestAlgorithm) -> Hypothesis? {
        let dataCount = block.count - algorithm.byteCount - 1
        guard dataCount > 0 else { return nil }
        let hash = Array(block[dataCount..<block.count - 1])
        guard let mask = mask(hash, count: dataCount, algorithm) else { return nil }
        var data = zip(block, mask).map { $0 ^ $1 }
        // The block has one bit less than the modulus.
        data[0] &= 0x7F
        guard let one = data.firstIndex(where: { $0 != 0x00 }), data[one] == 0x01 else { return nil }
        let salt = Array(data[(one + 1)...])
        let detail = "salt of \(salt.count) bytes, \(algorithm.name)"
        return Hypothesis(
            mistakes: [Mistake.pss.with(detail: detail)],
            form: .salted(algorithm, digest: hash, salt: salt),
            // Eight zeros and a one after the right last byte are beyond chance.
            isCertain: one >= 8
        )
    }

    /// MGF1 (RFC 8017 appendix B.2.1).
    private static func mask(_ seed: [UInt8], count: Int, _ algorithm: DigestAlgorithm) -> [UInt8]? {
        var mask: [UInt8] = []
        var counter: UInt32 = 0
        while mask.count < count {
            let suffix = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: counter >> UInt32($0)) }
            guard let part = algorithm.digest(of: seed + suffix) else { return nil }
            mask += part
            counter += 1
        }
        return Array(mask[..<count])
    }
}
