/// What the holder of a key may have put into a signature, and how it can be compared with candidates.
struct Hypothesis {
    /// How a candidate is compared.
    enum Form: Hashable {
        /// The digest of what was signed.
        case digest(DigestAlgorithm, [UInt8])
        /// The digest of a salt and of the digest of what was signed (RFC 8017 section 9.1).
        case salted(DigestAlgorithm, digest: [UInt8], salt: [UInt8])
        /// What was signed, itself.
        case plain([UInt8])
    }

    /// What has to have gone wrong with key, text and scheme for this to be so.
    var mistakes: [Mistake]

    /// How a candidate is compared.
    let form: Form

    /// Whether it is beyond chance that the key made this: noise has no right padding.
    let isCertain: Bool

    /// What stands under right padding around the digest; nil where the padding is not right or there is no digest.
    var structure: [UInt8]?

    /// Compares a candidate, as it is and as its digest was signed in its place.
    ///
    /// - Parameters:
    ///   - candidate: The bytes that may have been signed.
    ///   - digest: Their SHA-256 digest.
    ///   - bench: Computes what else is needed.
    /// - Returns: What else went wrong, none when the candidate itself was signed; nil when it does not fit.
    func match(_ candidate: [UInt8], digest: [UInt8], by bench: DigestBench) -> [Mistake]? {
        switch form {
        case .plain(let content):
            return content == candidate ? [] : nil
        case .digest(.sha256, let signed):
            if digest == signed { return [] }
        case .digest, .salted:
            if isSigned(candidate, by: bench) { return [] }
        }
        // A value that is a bare digest is nobody's digest of a digest.
        guard isCertain else { return nil }
        return matchOfDigest(digest, by: bench)
    }

    /// Compares the digest of a candidate that was signed as if it were the body, in the forms in which it is passed on.
    private func matchOfDigest(_ digest: [UInt8], by bench: DigestBench) -> [Mistake]? {
        if isSigned(digest, by: bench) { return [.doubleHash] }
        let digits = Array(Hexadecimal.encode(digest).utf8)
        if isSigned(digits, by: bench) { return [.hexadecimalHash] }
        if isSigned(digits.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, by: bench) { return [.hexadecimalHash] }
        if isSigned(Array(Base64.encode(digest).utf8), by: bench) { return [.base64Hash] }
        return nil
    }

    private func isSigned(_ bytes: [UInt8], by bench: DigestBench) -> Bool {
        switch form {
        case .plain: false
        case .digest(let algorithm, let signed): bench.digest(algorithm, of: bytes) == signed
        case .salted(let algorithm, let signed, let salt):
            bench.digest(algorithm, of: bytes)
                .flatMap { bench.digest(algorithm, of: Self.eightZeros + $0, salt) } == signed
        }
    }

    private static let eightZeros = [UInt8](repeating: 0, count: 8)
}
