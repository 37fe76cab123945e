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
}
