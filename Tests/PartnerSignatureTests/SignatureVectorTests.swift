import COpenSSL
import PartnerSignature
import Testing
import VectorGeneration

@Suite("Signatures: vectors") struct SignatureVectorTests {
    @Test func `the files are what the generator makes, byte for byte`() throws {
        let keys = try SignatureKeys { try? Files.read("vectors/" + $0) }
        let files = try VectorGenerator.signatureFiles(keys: keys)
        #expect(files.map(\.path) == SignatureVector.fileNames.map { "vectors/signatures/\($0).json" })
        for file in files {
            #expect(try Files.read(file.path) == file.bytes, "\(file.path): run payoutkit vectors regenerate")
        }
    }

    @Test(arguments: try SignatureVector.all())
    func `the kit finds what the vector expects`(_ vector: SignatureVector) throws {
        let key: PublicKey
        if vector.isSigning {
            let privateKey = try PrivateKey(pem: Files.read(vector.keyPath))
            #expect(try privateKey.sign(vector.body) == vector.signature)
            key = privateKey.publicKey
        } else {
            key = try PublicKey(pem: Files.read(vector.keyPath))
        }
        #expect(key.verify(vector.signature, over: vector.body).fault?.rule == vector.brokenRule)
    }

    @Test(arguments: try SignatureVector.all())
    func `digest and DigestInfo are those of the body`(_ vector: SignatureVector) {
        let digest = SHA256Digest(of: vector.body)
        #expect(digest.hexadecimal == vector.sha256)
        #expect(Hexadecimal.encode(digest.digestInfo) == vector.digestInfo)
    }

    @Test(arguments: try SignatureVector.all().filter { $0.brokenRule != nil })
    func `a refused case has an accepted twin`(_ vector: SignatureVector) throws {
        let twin = try #require(try SignatureVector.all().first { $0.id == vector.twin })
        #expect(twin.brokenRule == nil)
        #expect(twin.keyPath == vector.keyPath)
        #expect(twin.body == vector.body)
    }

    @Test func `ids are unique`() throws {
        let ids = try SignatureVector.all().map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    /// Another way through OpenSSL than the kit's: one call with the body, a fresh context, and its own key reader.
    @Test(
        arguments: try SignatureVector.all().filter { $0.brokenRule != "SIG.BASE64" && $0.brokenRule != "SIG.PRESENT" }
    )
    func `EVP_DigestVerify agrees`(_ vector: SignatureVector) throws {
        let pem = try Files.read(vector.keyPath)
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

    /// What the refused cases of other schemes are refused for is nothing but their scheme.
    @Test(arguments: [("md5", "MD5"), ("sha1", "SHA1"), ("sha384", "SHA384"), ("sha512", "SHA512"), ("pss", "SHA256")])
    func `a signature of another scheme is right in that scheme`(_ scheme: (name: String, digest: String)) throws {
        let vector = try #require(try SignatureVector.all().first { $0.id == "signature.scheme.\(scheme.name)" })
        let key = try OpenSSLKey.read(PublishedKeys.partner.get().privatePEM)
        let digest = try #require(EVP_MD_fetch(nil, scheme.digest, nil))
        defer { EVP_MD_free(digest) }
        let context = try #require(EVP_MD_CTX_new())
        defer { EVP_MD_CTX_free(context) }
        var keyContext: OpaquePointer?
        try #require(EVP_DigestVerifyInit(context, &keyContext, digest, nil, key.pointer) == 1)
        if scheme.name == "pss" {
            try #require(EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1)
            try #require(EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, 32) == 1)
        }
        let signature = try Base64.decode(vector.signature)
        #expect(EVP_DigestVerify(context, signature, signature.count, vector.body, vector.body.count) == 1)
        ERR_clear_error()
    }

    @Test func `the table of embedded files names each file once, in one order`() {
        let table = VectorGenerator.embedTable(paths: ["b.json", "a/c.json", "b.json"])
        let text = String(decoding: table.bytes, as: UTF8.self)
        #expect(table.path == "Sources/CVectors/vectors.c")
        #expect(text.contains("#embed \"../../vectors/a/c.json\" suffix(,)"))
        #expect(
            text.contains("    {\"a/c.json\", file0, sizeof file0 - 1},\n    {\"b.json\", file1, sizeof file1 - 1},\n")
        )
        #expect(VectorGenerator.embedTable(paths: ["a/c.json", "b.json"]) == table)
    }
}
