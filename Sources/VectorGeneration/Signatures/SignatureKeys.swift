public import PartnerSignature

/// The public test keys under `vectors/keys`, with which the cases are signed.
public struct SignatureKeys: Sendable {
    /// A key by what it is there for; the raw value is the part of the file's name that tells it.
    public enum Name: String, CaseIterable, Hashable, Sendable {
        /// Signs what the partner sends; 2,048 bits.
        case partner
        /// Signs what the bank sends; 2,048 bits.
        case bank
        /// Belongs to neither side; 2,048 bits.
        case other
        /// 3,072 bits.
        case bits3072 = "3072"
        /// 4,096 bits.
        case bits4096 = "4096"
        /// 2,048 bits, with the public exponent 3 instead of 65,537.
        case exponent3 = "e3"

        /// The file with the private key, below `vectors`.
        var privatePath: String { "keys/public-test-key-\(rawValue).pem" }
        /// The file with the public key, below `vectors`.
        var publicPath: String { "keys/public-test-key-\(rawValue).pub.pem" }
    }

    private let keys: [Name: PrivateKey]

    /// Reads the keys.
    ///
    /// - Parameter read: Gives the bytes of a file by its path below `vectors`, or nil when there is none.
    /// - Throws: `VectorGenerationError` when a key is missing or cannot be used.
    public init(read: (_ path: String) -> [UInt8]?) throws(VectorGenerationError) {
        var keys: [Name: PrivateKey] = [:]
        for name in Name.allCases {
            guard let pem = read(name.privatePath), let key = try? PrivateKey(pem: pem) else {
                throw VectorGenerationError(.key, subject: name.privatePath)
            }
            keys[name] = key
        }
        self.keys = keys
    }

    /// The key called `name`.
    public subscript(name: Name) -> PrivateKey {
        guard let key = keys[name] else { preconditionFailure("every key is read when the value is made") }
        return key
    }
}
