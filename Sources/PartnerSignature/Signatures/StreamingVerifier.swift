/// Verifies the signature of a body of any size that comes in pieces.
public struct StreamingVerifier: ~Copyable {
    private let key: PublicKey
    private let headerValue: String
    private var stream = SHA256Stream()

    /// Starts the verification of `headerValue`, the value of `X-PARTNER-SIGN`, with `key`.
    public init(_ headerValue: String, key: PublicKey) {
        self.key = key
        self.headerValue = headerValue
    }

    /// Adds the next bytes of the body.
    public mutating func update(_ bytes: [UInt8]) {
        stream.update(bytes)
    }

    /// Adds the next bytes of the body.
    public mutating func update(_ bytes: Span<UInt8>) {
        stream.update(bytes)
    }

    /// Verifies the signature over what was added.
    ///
    /// - Returns: The same verdict as for the body in one piece.
    public consuming func finish() -> SignatureVerdict {
        key.verify(headerValue, over: stream.finish())
    }
}
