import PartnerSignature
import TestSupport

/// The public test keys under `vectors/keys`, read once.
struct PublishedKeys {
    static let partner = Result { try PublishedKeys("partner") }
    static let bank = Result { try PublishedKeys("bank") }
    static let other = Result { try PublishedKeys("other") }
    static let long = Result { try PublishedKeys("4096") }

    let privatePEM: [UInt8]
    let publicPEM: [UInt8]
    let privateKey: PrivateKey
    let publicKey: PublicKey

    private init(_ name: String) throws {
        privatePEM = try Files.bytes(at: "vectors/keys/public-test-key-\(name).pem")
        publicPEM = try Files.bytes(at: "vectors/keys/public-test-key-\(name).pub.pem")
        privateKey = try PrivateKey(pem: privatePEM)
        publicKey = try PublicKey(pem: publicPEM)
    }
}
