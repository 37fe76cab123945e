import COpenSSL
import PartnerSignature
import PayoutVectors
import TestSupport
import Testing
import VectorGeneration

@Suite("Signatures: vectors") struct SignatureVectorTests {
    @Test func `every golden body of a message has its signature, over the same bytes`() throws {
        let golden = try GoldenBody.all(in: VectorSet(directory: Files.root + "vectors"))
        let vectors = try SignatureVector.all()
        #expect(!golden.isEmpty)
        for body in golden {
            let signed = vectors.filter { $0.content.payload == body.id }
            #expect(!signed.isEmpty && signed.allSatisfy { $0.body == body.bytes }, "\(body.id)")
        }
        #expect(Set(vectors.compactMap(\.content.payload)) == Set(golden.map(\.id)))
    }

    @Test(arguments: try SignatureVector.all())
    func `the kit finds what the vector expects`(_ vector: SignatureVector) throws {
        let key: PublicKey
        if vector.isSigning {
            let privateKey = try PrivateKey(pem: Files.bytes(at: vector.keyPath))
            #expect(try privateKey.sign(vector.body) == vector.signature)
            key = privateKey.publicKey
        } else {
            key = try PublicKey(pem: Files.bytes(at: vector.keyPath))
        }
        #expect(key.verify(vector.signature, over: vector.body).fault?.rule == vector.brokenRule)
    }

    @Test(arguments: try SignatureVector.all())
    func `digest and DigestInfo are those of the body`(_ vector: SignatureVector) {
        let digest = SHA256Digest(of: vector.body)
        #expect(digest.hexadecimal == vector.content.sha256)
        #expect(Hexadecimal.encode(digest.digestInfo) == vector.content.digestInfo)
    }

    @Test(arguments: try SignatureVector.all().filter(\.isSigning))
    func `a case that signs shows the signature before Base64`(_ vector: SignatureVector) throws {
        #expect(vector.content.signatureHex == Hexadecimal.encode(try Base64.decode(vector.signature)))
    }

    @Test(arguments: try SignatureVector.all().filter { $0.brokenRule != nil })
    func `a refused case has an accepted twin`(_ vector: SignatureVector) throws {
        let twin = try #require(try SignatureVector.all().first { $0.id == vector.twin })
        #expect(twin.brokenRule == nil)
        #expect(twin.keyPath == vector.keyPath)
        #expect(twin.body == vector.body)
    }

    /// Another way through OpenSSL than the kit's: one call with the body, a fresh context, and its own key reader.
    @Test(
        arguments: try SignatureVector.all().filter { $0.brokenRule != "SIG.BASE64" && $0.brokenRule != "SIG.PRESENT" }
    )
    func `EVP_DigestVerify agrees`(_ vector: SignatureVector) throws {
        let pem = try Files.bytes(at: vector.keyPath)
        let bio = try #require(BIO_new_mem_buf(pem, Int32(pem.count)))
        defer { BIO_free(bio) }
        let read = vector.isSigning ? PEM_read_bio_PrivateKey : PEM_read_bio_PUBKEY
        let key = OpenSSLKey(takingOwnershipOf: try #require(read(bio, nil, nil, nil)))
        let context = try #require(EVP_MD_CTX_new())
        defer { EVP_MD_CTX_free(context) }
        try #require(EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key.pointer) == 1)
        let signature = try Base64.decode(vector.signature)
        let status = EVP_DigestVerify(context, signature, signature.count, vector.body, vector.body.count)
        ERR_clear_error()
        #expect((status == 1) == (vector.brokenRule == nil))
    }

    /// A scheme by the end of its case's id, the digest by OpenSSL's name, and the salt where it is RSASSA-PSS.
    struct OtherScheme: Sendable {
        let name: String
        let digest: String
        var saltByteCount: Int32?
    }

    static let schemes: [OtherScheme] = [
        OtherScheme(name: "md5", digest: "MD5"), OtherScheme(name: "sha1", digest: "SHA1"),
        OtherScheme(name: "sha224", digest: "SHA224"), OtherScheme(name: "sha384", digest: "SHA384"),
        OtherScheme(name: "sha512", digest: "SHA512"), OtherScheme(name: "sha512-256", digest: "SHA512-256"),
        OtherScheme(name: "sha3-256", digest: "SHA3-256"),
        OtherScheme(name: "pss-no-salt", digest: "SHA256", saltByteCount: 0),
        OtherScheme(name: "pss-salt-20", digest: "SHA256", saltByteCount: 20),
        OtherScheme(name: "pss", digest: "SHA256", saltByteCount: 32),
        OtherScheme(name: "pss-salt-222", digest: "SHA256", saltByteCount: 222),
        OtherScheme(name: "pss-sha1", digest: "SHA1", saltByteCount: 20),
        OtherScheme(name: "pss-sha512", digest: "SHA512", saltByteCount: 64),
    ]

    /// What the refused cases of other schemes are refused for is nothing but their scheme.
    @Test(arguments: schemes)
    func `a signature of another scheme is right in that scheme`(_ scheme: OtherScheme) throws {
        let vector = try #require(try SignatureVector.all().first { $0.id == "signature.scheme.\(scheme.name)" })
        let key = try OpenSSLKey.read(PublishedKeys.partner.get().privatePEM)
        let digest = try #require(EVP_MD_fetch(nil, scheme.digest, nil))
        defer { EVP_MD_free(digest) }
        let context = try #require(EVP_MD_CTX_new())
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        try #require(EVP_DigestVerifyInit(context, &keyContext, digest, nil, key.pointer) == 1)
        if let saltByteCount = scheme.saltByteCount {
            try #require(EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1)
            try #require(EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, saltByteCount) == 1)
        }
        let signature = try Base64.decode(vector.signature)
        #expect(EVP_DigestVerify(context, signature, signature.count, vector.body, vector.body.count) == 1)
        ERR_clear_error()
    }

    /// Undone with the public key, a forged signature starts as a right one does: a verifier that stops there is fooled.
    @Test(arguments: ["forged-eight-ones", "forged-one"])
    func `a forged signature starts like a right one`(name: String) throws {
        let vector = try #require(try SignatureVector.all().first { $0.id == "signature.scheme.\(name)" })
        let block = try #require(
            PublicKey(pem: Files.bytes(at: vector.keyPath)).recover(Base64.decode(vector.signature))
        )
        let ones = [UInt8](repeating: 0xFF, count: name == "forged-one" ? 1 : 8)
        #expect(block.bytes.starts(with: [0x00, 0x01] + ones + [0x00] + SHA256Digest(of: vector.body).digestInfo))
    }
}
