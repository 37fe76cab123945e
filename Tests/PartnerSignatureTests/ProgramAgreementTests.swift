import PartnerSignature
import TestSupport
import Testing

@Suite(
    "Signatures: agreement with the openssl program",
    .enabled(if: Program.isOpenSSLInstalled, "the openssl program is not installed")
)
struct ProgramAgreementTests {
    static let bodies: [[UInt8]] = [
        [], Array("{}".utf8), Array(#"{"name":"Иван"}"#.utf8), Array("{}\n".utf8), [0x00, 0xFF, 0xFE, 0x0A],
    ]

    @Test(arguments: bodies) func `the program makes the same signature`(_ body: [UInt8]) throws {
        let keys = try PublishedKeys.partner.get()
        let folder = try TemporaryFolder()
        let file = try folder.write(body, to: "body")
        let key = try folder.write(keys.privatePEM, to: "private.pem")
        let made = Program.run("openssl dgst -sha256 -sign \(key) \(file)")
        try #require(made.isSuccess)
        let signature = Base64.encode(made.output)
        #expect(try signature == keys.privateKey.sign(body))
        #expect(keys.publicKey.verify(signature, over: body) == .valid)
    }

    @Test(arguments: bodies) func `the program verifies what the kit signs`(_ body: [UInt8]) throws {
        let keys = try PublishedKeys.partner.get()
        let folder = try TemporaryFolder()
        let file = try folder.write(body, to: "body")
        let longer = try folder.write(body + [0x0A], to: "longer")
        let key = try folder.write(keys.publicKey.pem(), to: "public.pem")
        let signature = try folder.write(Base64.decode(keys.privateKey.sign(body)), to: "signature")
        #expect(Program.run("openssl dgst -sha256 -verify \(key) -signature \(signature) \(file)").isSuccess)
        #expect(!Program.run("openssl dgst -sha256 -verify \(key) -signature \(signature) \(longer)").isSuccess)
    }

    @Test func `the program tells the same fingerprint`() throws {
        let keys = try PublishedKeys.partner.get()
        let folder = try TemporaryFolder()
        let key = try folder.write(keys.publicPEM, to: "public.pem")
        let told = Program.run("openssl pkey -pubin -in \(key) -outform DER | openssl dgst -sha256 -r")
        #expect(String(decoding: told.output, as: UTF8.self).hasPrefix(keys.publicKey.fingerprint))
    }

    @Test func `the program opens a key that the kit encrypted`() throws {
        let keys = try PublishedKeys.partner.get()
        let folder = try TemporaryFolder()
        let key = try folder.write(keys.privateKey.pem(passphrase: Array("secret".utf8)), to: "private.pem")
        #expect(Program.run("openssl pkey -in \(key) -passin pass:secret -check -noout").isSuccess)
        #expect(!Program.run("openssl pkey -in \(key) -passin pass:other -noout").isSuccess)
    }
}
