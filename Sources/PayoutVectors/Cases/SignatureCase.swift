/// A signature to make or to check.
public struct SignatureCase: Hashable, Sendable {
    /// What is done with the key.
    public enum Operation: String, CaseIterable, Hashable, Sendable {
        /// The body is signed with the private key; the result is exact, because RSASSA-PKCS1-v1_5 is deterministic.
        case sign
        /// The signature is checked with the public key.
        case verify
    }

    /// What is done with the key.
    public let operation: Operation
    /// The file with the key, below `vectors/`.
    public let keyPath: String
    /// The exact body.
    public let body: [UInt8]
    /// The SHA-256 digest of the body in lower-case hexadecimal digits; nil where the case gives none.
    public let sha256: String?
    /// The DER form of DigestInfo (RFC 8017, section 9.2) in lower-case hexadecimal digits; nil where the case gives none.
    public let digestInfo: String?
    /// The value of the header X-PARTNER-SIGN: the expected one, or the one to check.
    public let signature: String
    /// The signature before Base64 in lower-case hexadecimal digits; nil where the case gives none.
    public let signatureHex: String?
    /// The id of the message case whose body is signed; nil when the body is the case's own.
    public let payload: String?
    /// The rule that the signature breaks; nil when it is right.
    public let brokenRule: RuleID?
}
