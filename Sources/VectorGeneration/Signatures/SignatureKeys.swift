public import PartnerSignature

/// The public test keys under `vectors/keys`, with which the cases are signed.
public struct SignatureKeys: Sendable {
    /// Signs what the partner sends; 2,048 bits.
    public let partner: PrivateKey
    /// Signs what the bank sends; 2,048 bits.
    public let bank: PrivateKey
    /// Belongs to neither side; 2,048 bits.
    public let other: PrivateKey
    /// 4,096 bits.
    public let long: PrivateKey

    /// Reads the keys.
    ///
    /// - Parameter read: Gives the bytes of a file by its path below `vectors`, or nil when there is none.
    /// - Throws: `VectorGenerationError` when a key is missing or cannot be used.
    public init(read: (_ path: String) -> [UInt8]?) throws(VectorGenerationError) {
        partner = try Self.key("partner", read)
        bank = try Self.key("bank", read)
        other = try Self.key("other", read)
        long = try Self.key("4096", read)
    }

    private static func key(
        _ name: String,
        _ read: (_ path: String) -> [UInt8]?
    ) throws(VectorGenerationError) -> PrivateKey {
        let path = "keys/public-test-key-\(name).pem"
        guard let pem = read(path), let key = try? PrivateKey(pem: pem) else {
            throw VectorGenerationError(.key, subject: path)
        }
        return key
    }
}
