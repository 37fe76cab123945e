/// The SHA-256 digest of a body (FIPS 180-4): 32 bytes.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
    /// The length of a digest in bytes.
    public static let byteCount = 32

    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Computes the digest of `body`.
    public init(of body: [UInt8]) {
        var stream = SHA256Stream()
        stream.update(body)
        self = stream.finish()
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    package init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Hexadecimal.value(of: digits[index]), let low = Hexadecimal.value(of: digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(bytes)
    }

    /// The digest as 64 lower-case hexadecimal digits.
    public var hexadecimal: String {
        Hexadecimal.encode(bytes)
    }

    /// The DER encoding of the `DigestInfo` that is signed: 51 bytes (RFC 8017 section 9.2, note 1).
    public var digestInfo: [UInt8] {
        DigestAlgorithm.sha256.digestInfoPrefix + bytes
    }

    /// The same as `hexadecimal`.
    public var description: String {
        hexadecimal
    }
}
