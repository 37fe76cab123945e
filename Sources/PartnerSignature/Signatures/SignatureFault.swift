/// Why a signature is not valid.
///
/// Its texts are constant sentences: neither the header value nor the body is in them.
public struct SignatureFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let code: Code

    /// Offset of the first wrong byte of the header value, counted from 0; nil when no one byte is to blame.
    public let offset: Int?

    /// The length of a signature with this key in bytes before Base64; only where the length is the fault.
    public let expectedByteCount: Int?

    /// The length that was found in bytes before Base64; only where the length is the fault.
    public let foundByteCount: Int?

    /// What the signature holds, as far as the key can undo it; only with `mismatch`.
    public let recovered: RecoveredBlock?

    /// Whether a decoder that skips foreign characters, as the official PHP SDK's does, makes a right signature of it.
    ///
    /// Such a value is refused all the same; that others let it pass is worth a warning (`lenientDecodingRule`).
    public let passesLenientDecoding: Bool

    /// The id of the rule behind the warning: a value that passes only in a lenient decoder will fail in another.
    public static let lenientDecodingRule = "SIG.BASE64_LENIENT"

    /// The warning as a sentence without its end.
    public static let lenientDecodingSentence =
        "the official PHP SDK accepts this value, because its decoder skips what is no Base64; do not rely on it"

    init(
        _ code: Code,
        offset: Int? = nil,
        expectedByteCount: Int? = nil,
        foundByteCount: Int? = nil,
        recovered: RecoveredBlock? = nil,
        passesLenientDecoding: Bool = false
    ) {
        self.code = code
        self.offset = offset
        self.expectedByteCount = expectedByteCount
        self.foundByteCount = foundByteCount
        self.recovered = recovered
        self.passesLenientDecoding = passesLenientDecoding
    }

    /// The same fault with another answer to `passesLenientDecoding`.
    func passingLenientDecoding(_ passes: Bool) -> SignatureFault {
        SignatureFault(
            code,
            offset: offset,
            expectedByteCount: expectedByteCount,
            foundByteCount: foundByteCount,
            recovered: recovered,
            passesLenientDecoding: passes
        )
    }

    /// The id of the rule of the contract that the signature breaks, such as `SIG.BASE64`.
    ///
    /// A mismatch breaks `SIG.BYTES` when the key shows that other bytes were signed in the right way, and `SIG.KEY`
    /// in all other cases: another key, another scheme, or damage.
    public var rule: String {
        code == .mismatch && recovered?.digestAlgorithm != .sha256 ? "SIG.KEY" : code.rule
    }

    /// What is wrong, as a sentence without its end.
    public var sentence: String {
        if let expectedByteCount, let foundByteCount, code == .wrongLength {
            return "the signature has \(foundByteCount) bytes, this key makes signatures of \(expectedByteCount)"
        }
        return explanation.sentence
    }

    /// What to do about it.
    public var fix: String {
        explanation.fix
    }

    /// The sentence, the offset when there is one, and the fix.
    public var description: String {
        let place = offset.map { ", at offset \($0)" } ?? ""
        return "\(sentence)\(place); fix: \(fix)"
    }

    private var explanation: (sentence: String, fix: String) {
        guard code == .mismatch, let recovered, recovered.content != nil else { return (code.sentence, code.fix) }
        guard let algorithm = recovered.digestAlgorithm else {
            return (
                "the signature was made with the right key, but not over a SHA-256 DigestInfo",
                "sign the body itself with RSA and SHA-256 in one step: openssl dgst -sha256 -sign private.pem body.json"
            )
        }
        guard algorithm == .sha256 else {
            return (
                "the signature was made with the right key, but with \(algorithm.name) instead of SHA-256",
                "openssl dgst -sha256 -sign private.pem body.json | openssl base64 -A"
            )
        }
        return (
            "the signature was made with the right key, but over other bytes",
            "sign the bytes that are sent, after serialisation, and verify the bytes that arrive, before parsing: "
                + "one line break more is another body"
        )
    }
}
