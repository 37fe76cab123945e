import PartnerSignature
import PayoutVectors
import TestSupport
import Testing

@testable import payoutkit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Command line: keys and signatures") struct SignatureCommandTests {
    @Test func `a new key signs what its public half verifies, and one newline more is refused`() throws {
        let folder = try TemporaryFolder()
        let (key, publicKey) = (folder.file("key.pem"), folder.file("key.pub.pem"))
        #expect(RecordingConsole().run("keygen", "--private", key, "--public", publicKey) == .right)
        let body = try folder.write("body.json", #"{"session_id":"ps_3230"}"#)
        let signing = RecordingConsole()
        #expect(signing.run("sign", "--key", key, body) == .right)
        let signature = String(signing.output.dropLast())
        #expect(signature.count == 344)

        let right = RecordingConsole()
        #expect(right.run("verify", "--key", publicKey, "--signature", signature, body) == .right)
        #expect(right.output == "valid\n")
        let longer = RecordingConsole(input: try File.read(body) + [0x0A])
        #expect(longer.run("verify", "--key", publicKey, "--signature=\(signature)") == .wrong)
        #expect(longer.output.hasPrefix("invalid: "))
    }

    @Test func `keygen keeps the private key to its owner and overwrites nothing`() throws {
        let folder = try TemporaryFolder()
        let (key, publicKey) = (folder.file("key.pem"), folder.file("key.pub.pem"))
        let arguments = ["keygen", "--private", key, "--public", publicKey]
        #expect(PayoutKit.run(arguments, on: RecordingConsole().console) == .right)
        var status = stat()
        #expect(lstat(key, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let before = try File.read(key)
        let again = RecordingConsole()
        #expect(PayoutKit.run(arguments, on: again.console) == .usage)
        #expect(again.error.contains("exists already"))
        #expect(try File.read(key) == before)
    }

    @Test func `keys prints the test keys, and only one pair at a time`() {
        let bank = RecordingConsole()
        #expect(bank.run("keys", "--bank") == .right)
        #expect(bank.output.contains("-----BEGIN PUBLIC KEY-----"))
        #expect(!bank.output.contains("PRIVATE"))
        let partner = RecordingConsole()
        #expect(partner.run("keys", "--partner", "--private") == .right)
        #expect(partner.output.contains("-----BEGIN PRIVATE KEY-----"))
        #expect(RecordingConsole().run("keys") == .usage)
        #expect(RecordingConsole().run("keys", "--bank", "--partner") == .usage)
    }

    @Test func `a passphrase comes from a file, and a wrong one is named`() throws {
        let folder = try TemporaryFolder()
        let key = try folder.write("key.pem", "no key")
        let secret = try folder.write("secret", "word\r\nnot this line")
        let console = RecordingConsole()
        #expect(console.run("sign", "--key", key, "--passphrase-file", secret, "-") == .usage)
        #expect(console.error.hasPrefix("payoutkit: \(key): "))
        #expect(!console.error.contains("word"))
    }

    /// An encrypted key, its public half in a file, and the body that is signed.
    private func encryptedKey(in folder: TemporaryFolder) throws -> (key: PrivateKey, path: String) {
        let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        let pem = String(decoding: try key.pem(passphrase: Array("word".utf8)), as: UTF8.self)
        return (key, try folder.write("encrypted.pem", pem))
    }

    @Test func `the passphrase of an encrypted key comes from a file`() throws {
        let folder = try TemporaryFolder()
        let (key, path) = try encryptedKey(in: folder)
        let secret = try folder.write("secret", "word\n")
        let console = RecordingConsole(input: Array("{}".utf8), secret: "not asked")
        #expect(console.run("sign", "--key", path, "--passphrase-file", secret) == .right)
        #expect(console.output == (try key.sign(Array("{}".utf8))) + "\n")
        #expect(console.error.isEmpty)
    }

    @Test func `the passphrase of an encrypted key is asked for where no option gives it`() throws {
        let folder = try TemporaryFolder()
        let (key, path) = try encryptedKey(in: folder)
        let console = RecordingConsole(input: Array("{}".utf8), secret: "word")
        #expect(console.run("sign", "--key", path) == .right)
        #expect(console.output == (try key.sign(Array("{}".utf8))) + "\n")
        #expect(console.error == "Passphrase of \(path): ")
    }

    @Test func `an encrypted key without a passphrase and without a person is refused`() throws {
        let folder = try TemporaryFolder()
        let (_, path) = try encryptedKey(in: folder)
        let console = RecordingConsole(input: Array("{}".utf8))
        #expect(console.run("sign", "--key", path) == .usage)
        #expect(console.error.contains("no passphrase was given"))
    }

    @Test func `a passphrase that does not open the key is not printed`() throws {
        let folder = try TemporaryFolder()
        let (_, path) = try encryptedKey(in: folder)
        let console = RecordingConsole(input: Array("{}".utf8), secret: "another")
        #expect(console.run("sign", "--key", path) == .usage)
        #expect(console.error.contains("does not open"))
        #expect(!console.error.contains("another"))
    }

    @Test func `a signature that only a lenient decoder takes is refused with a warning`() throws {
        let folder = try TemporaryFolder()
        let pem = try VectorSet.embedded.key(named: "public-test-key-partner.pem")
        let signature = try PrivateKey(pem: pem).sign(Array("{}".utf8))
        let published = String(
            decoding: try VectorSet.embedded.key(named: "public-test-key-partner.pub.pem"),
            as: UTF8.self
        )
        let key = try folder.write("key.pub.pem", published)
        let console = RecordingConsole(input: Array("{}".utf8))
        #expect(console.run("verify", "--key", key, "--signature", String(signature.dropLast(2))) == .wrong)
        #expect(console.output.hasPrefix("invalid: the signature lacks the = at its end"))
        #expect(console.error.contains("[SIG.BASE64_LENIENT]"))
    }
}
