/// Why a signature does not match, found by trying what people do wrong.
///
/// Its texts hold neither the header value nor the body; `Explanation.signed` does, and is for a local run only.
public struct SignatureDiagnosis: Hashable, Sendable {
    /// What the search came to.
    public enum Conclusion: Hashable, Sendable {
        /// The signature is right: there is nothing to explain.
        case valid
        /// These steps, taken together, give exactly this signature.
        case explained(Explanation)
        /// A key that was given made the signature, over something that is not among the candidates.
        case somethingElse(SignedContent)
        /// No key that was given made the signature, or it was damaged.
        case unknownKey
        /// The search did not start, because the header value is too long to be a signature.
        case notExamined
    }

    /// The steps that explain a signature.
    public struct Explanation: Hashable, Sendable {
        /// What was done in another way than the payout API wants; never empty.
        public let mistakes: [Mistake]

        /// The bytes that were signed; nil where nothing was signed, or they are not known.
        ///
        /// They hold what the body holds, personal data included.
        public let signed: [UInt8]?

        /// The first byte in which they differ from the received body; nil where they are equal or not known.
        public let difference: ByteDifference?
    }

    /// What the public key shows of a signature over unknown bytes.
    public struct SignedContent: Hashable, Sendable {
        /// How the signature was made, where that is a mistake of its own.
        public let mistakes: [Mistake]

        /// The digest algorithm; nil when the content is no digest of a known one.
        public let algorithm: DigestAlgorithm?

        /// The digest that was signed; nil with RSASSA-PSS and where no digest was recognised.
        public let digest: [UInt8]?
    }

    /// What the search came to.
    public let conclusion: Conclusion

    /// Why the signature was refused; nil when it is right.
    public let fault: SignatureFault?

    /// The SHA-256 digest of the received body, to be compared with the one that was signed.
    public let receivedDigest: SHA256Digest

    /// What the public key recovers from the signature: the DigestInfo, or what stands in its place under right padding.
    ///
    /// Nil where the padding is not right or holds no digest. That it is there tells "signed something else" from
    /// "signed with another key".
    public let digestInfo: [UInt8]?

    /// What was tried and is not the cause, in the order of the search.
    public let ruledOut: [String]

    /// How many byte strings were compared with what was signed.
    public let candidateCount: Int

    /// Whether a part of the search was left out because its budget was spent or the body is too large for it, so that a
    /// cause that it knows may have been missed.
    public let isBudgetSpent: Bool

    /// The mistakes behind the signature; none when it is right or nothing explains it.
    public var mistakes: [Mistake] {
        if case .explained(let explanation) = conclusion { explanation.mistakes } else { [] }
    }

    /// The conclusion in one sentence without its end, for a log or a finding.
    public var sentence: String {
        switch conclusion {
        case .valid: "the signature is right"
        case .explained(let explanation): explanation.mistakes.map(\.description).joined(separator: "; ")
        case .somethingElse(let content):
            ([content.digest == nil ? "something else was signed with the right key" : Self.otherBytes]
                + content.mistakes.map(\.description))
                .joined(separator: "; ")
        case .unknownKey: "no key that is known here made this signature, or it was damaged"
        case .notExamined: "the value is too long to be a signature"
        }
    }

    private static let otherBytes = "the right key signed other bytes, which no known mistake makes of this body"
}
