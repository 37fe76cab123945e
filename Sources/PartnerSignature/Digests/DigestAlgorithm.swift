import COpenSSL

/// A digest algorithm that a PKCS#1 v1.5 signature can name.
///
/// Only SHA-256 is accepted in a signature. The others are known so that a signature made with one of them can be
/// told from damage.
public struct DigestAlgorithm: Hashable, Sendable, CustomStringConvertible {
    /// The name as it is usually written, such as `SHA-256`.
    public let name: String

    /// The length of its digests in bytes.
    public let byteCount: Int

    /// What stands before the digest in the DER encoding of a `DigestInfo` (RFC 8017 section 9.2, note 1).
    package let digestInfoPrefix: [UInt8]

    /// MD5, RFC 1321.
    public static let md5 = DigestAlgorithm("MD5", 16, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05])
    /// SHA-1, FIPS 180-4.
    public static let sha1 = DigestAlgorithm("SHA-1", 20, [0x2B, 0x0E, 0x03, 0x02, 0x1A])
    /// SHA-224, FIPS 180-4.
    public static let sha224 = DigestAlgorithm("SHA-224", 28, sha2(4))
    /// SHA-256, FIPS 180-4: the one that the payout API uses.
    public static let sha256 = DigestAlgorithm("SHA-256", 32, sha2(1))
    /// SHA-384, FIPS 180-4.
    public static let sha384 = DigestAlgorithm("SHA-384", 48, sha2(2))
    /// SHA-512, FIPS 180-4.
    public static let sha512 = DigestAlgorithm("SHA-512", 64, sha2(3))
    /// SHA-512/256, FIPS 180-4.
    public static let sha512Cut256 = DigestAlgorithm("SHA-512/256", 32, sha2(6))
    /// SHA3-256, FIPS 202.
    public static let sha3 = DigestAlgorithm("SHA3-256", 32, sha2(8))

    /// All known algorithms, those that are used by mistake most often first.
    public static let all: [DigestAlgorithm] = [
        .sha256, .sha1, .sha512, .sha384, .md5, .sha224, .sha512Cut256, .sha3,
    ]

    private init(_ name: String, _ byteCount: Int, _ objectIdentifier: [UInt8]) {
        self.name = name
        self.byteCount = byteCount
        let oid = [0x06, UInt8(objectIdentifier.count)] + objectIdentifier
        let algorithm = [0x30, UInt8(oid.count + 2)] + oid + [0x05, 0x00]
        digestInfoPrefix = [0x30, UInt8(algorithm.count + 2 + byteCount)] + algorithm + [0x04, UInt8(byteCount)]
    }

    /// The object identifier of a member of the SHA-2 and SHA-3 families: `2.16.840.1.101.3.4.2` and `last`.
    private static func sha2(_ last: UInt8) -> [UInt8] {
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last]
    }

    /// Computes a digest of `bytes`, or returns nil when OpenSSL does not offer the algorithm here.
    package func digest(of bytes: [UInt8]) -> [UInt8]? {
        DigestBench().digest(self, of: bytes)
    }

    /// OpenSSL's algorithm, or nil when it does not offer it here.
    var pointer: OpaquePointer? { FetchedDigests.shared[name] }

    /// Two algorithms are equal when their names are.
    public static func == (left: DigestAlgorithm, right: DigestAlgorithm) -> Bool {
        left.name == right.name
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }

    /// The same as `name`.
    public var description: String {
        name
    }
}

/// OpenSSL's digest algorithms, looked up once: the lookup by name takes longer than most digests.
// An EVP_MD is never changed after it is fetched, and these are never freed, so threads may share them.
private struct FetchedDigests: @unchecked Sendable {
    static let shared = FetchedDigests()

    private var pointers: [String: OpaquePointer] = [:]

    private init() {
        for algorithm in DigestAlgorithm.all { pointers[algorithm.name] = EVP_MD_fetch(nil, algorithm.name, nil) }
        OpenSSLErrors.clear()
    }

    /// The algorithm called `name`, or nil when OpenSSL does not offer it here.
    subscript(name: String) -> OpaquePointer? {
        pointers[name]
    }
}
