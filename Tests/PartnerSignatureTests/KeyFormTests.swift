import PartnerSignature
import Testing

@Suite("Keys: accepted forms") struct KeyFormTests {
    private let keys: PublishedKeys
    private let source: OpenSSLKey

    init() throws {
        keys = try PublishedKeys.partner.get()
        source = try OpenSSLKey.read(keys.privatePEM)
    }

    @Test func `private key as PKCS#8, with text before it`() throws {
        #expect(try PrivateKey(pem: keys.privatePEM).publicKey == keys.publicKey)
    }

    @Test func `private key as PKCS#1`() throws {
        #expect(try PrivateKey(pem: source.traditional()).publicKey == keys.publicKey)
    }

    @Test func `encrypted PKCS#8 opens with its passphrase`() throws {
        let pem = try source.pkcs8(passphrase: "secret")
        #expect(try PrivateKey(pem: pem, passphrase: Array("secret".utf8)).publicKey == keys.publicKey)
    }

    @Test func `encrypted PKCS#1 opens with its passphrase`() throws {
        let pem = try source.traditional(passphrase: "secret")
        #expect(try PrivateKey(pem: pem, passphrase: Array("secret".utf8)).publicKey == keys.publicKey)
    }

    @Test func `a passphrase for a plain key is ignored`() throws {
        #expect(try PrivateKey(pem: keys.privatePEM, passphrase: [0x61]).publicKey == keys.publicKey)
    }

    @Test func `public key as PKCS#1`() throws {
        #expect(try PublicKey(pem: source.pkcs1PublicKey()) == keys.publicKey)
    }

    @Test func `public key out of a certificate, whatever its dates`() throws {
        #expect(try PublicKey(pem: source.certificate()) == keys.publicKey)
    }

    @Test func `a public key counts before the certificate beside it`() throws {
        let other = try OpenSSLKey.read(PublishedKeys.other.get().privatePEM)
        #expect(try PublicKey(pem: other.certificate() + keys.publicPEM) == keys.publicKey)
    }

    @Test func `certificates and public keys beside a private key are passed over`() throws {
        let pem = try source.certificate() + keys.publicPEM + keys.privatePEM
        #expect(try PrivateKey(pem: pem).publicKey == keys.publicKey)
    }

    @Test func `line ends of Windows, blanks at line ends and a byte order mark`() throws {
        let windows = PEM.replacing("\n", by: " \r\n", in: try source.pkcs8())
        #expect(try PrivateKey(pem: [0xEF, 0xBB, 0xBF] + windows).publicKey == keys.publicKey)
        let publicPEM = try PEM.replacing("\n", by: "\r\n", in: source.subjectPublicKeyInfo())
        #expect(try PublicKey(pem: [0xEF, 0xBB, 0xBF] + publicPEM) == keys.publicKey)
    }

    @Test func `no line break at the end`() throws {
        #expect(try PublicKey(pem: Array(keys.publicPEM.dropLast())) == keys.publicKey)
        #expect(try PrivateKey(pem: Array(keys.privatePEM.dropLast())).publicKey == keys.publicKey)
    }

    @Test func `keys are written as they are read`() throws {
        #expect(try PrivateKey(pem: keys.privateKey.pem()).publicKey == keys.publicKey)
        #expect(try PublicKey(pem: keys.publicKey.pem()) == keys.publicKey)
        #expect(try keys.privateKey.pem() == source.pkcs8())
        #expect(try keys.publicKey.pem() == source.subjectPublicKeyInfo())
    }

    @Test func `an encrypted key is written and opens only with its passphrase`() throws {
        let pem = try keys.privateKey.pem(passphrase: Array("пароль".utf8))
        #expect(try PrivateKey(pem: pem, passphrase: Array("пароль".utf8)).publicKey == keys.publicKey)
        #expect(throws: KeyError.self) { try PrivateKey(pem: pem) }
    }

    @Test func `a generated key has the length that was asked for`() throws {
        let key = try PrivateKey.generate(bits: 2_056)
        #expect(key.bitCount == 2_056)
        #expect(key.publicKey.signatureByteCount == 257)
        #expect(try key.publicKey.verify(key.sign([1, 2, 3]), over: [1, 2, 3]) == .valid)
    }

    @Test func `a modulus whose length is no multiple of eight works`() throws {
        let key = try PrivateKey(pem: OpenSSLKey.generate("RSA", bits: 2_050).pkcs8())
        #expect(key.publicKey.signatureByteCount == 257)
        #expect(try key.publicKey.verify(key.sign([1, 2, 3]), over: [1, 2, 3]) == .valid)
    }

    @Test func `the fingerprint is the SHA-256 digest of the SubjectPublicKeyInfo`() throws {
        let der = try PEM.der(source.subjectPublicKeyInfo())
        #expect(keys.publicKey.fingerprint == SHA256Digest(of: der).hexadecimal)
    }

    @Test func `the description of a private key holds nothing of its private half`() throws {
        let fingerprint = keys.publicKey.fingerprint
        #expect("\(keys.privateKey)" == "RSA private key, 2048 bits, fingerprint \(fingerprint)")
        #expect(String(reflecting: keys.privateKey) == "RSA private key, 2048 bits, fingerprint \(fingerprint)")
    }
}
