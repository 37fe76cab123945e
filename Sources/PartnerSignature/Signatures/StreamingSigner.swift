/// Signs a body of any size that comes in pieces.
public struct StreamingSigner: ~Copyable {
    private let key: PrivateKey
    private var stream = SHA256Stream()

    /// Starts a signature with `key`.
    public init(key: PrivateKey) {
        self.key = key
    }

    /// Adds the next bytes of the body.
    public mutating func update(_ bytes: [UInt8]) {
        stream.update(bytes)
    }

    /// Adds the next bytes of the body.
    public mutating func update(_ bytes: Span<UInt8>) {
        stream.update(bytes)
    }

    /// Signs what was added.
    ///
    /// - Returns: The value of `X-PARTNER-SIGN`, the same as for the body in one piece.
    /// - Throws: `KeyError` when OpenSSL has no memory.
    public consuming func finish() throws(KeyError) -> String {
        try key.sign(stream.finish())
    }
}
