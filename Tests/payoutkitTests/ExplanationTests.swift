import PartnerSignature
import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: verify --explain") struct ExplanationTests {
    private let folder: TemporaryFolder
    private let key: PrivateKey
    private let publicPath: String
    private let body = Array(#"{"session_id":"ps_3230","metadata":"Заказ"}"#.utf8)

    init() throws {
        folder = try TemporaryFolder()
        key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        publicPath = folder.file("key.pub.pem")
        try File.replace(publicPath, bytes: key.publicKey.pem())
    }

    private func explain(_ signature: String, _ more: String...) -> (code: ExitCode, console: RecordingConsole) {
        let console = RecordingConsole(input: body)
        let arguments = ["verify", "--explain", "--key", publicPath, "--signature", signature] + more
        return (PayoutKit.run(arguments, on: console.console), console)
    }

    @Test func `a body that was written anew is explained with its place and the fix in six languages`() throws {
        let spaced = JSONWriter(layout: .spaced).write(try JSONTree(parsing: body))
        let (code, console) = explain(try key.sign(spaced))
        #expect(code == .wrong)
        let output = console.output
        #expect(
            output.hasPrefix("invalid: the signature was made with the right key, but over other bytes  [SIG.BYTES]\n")
        )
        #expect(output.contains("\ncause: the JSON was signed with a blank after each colon and comma"))
        #expect(output.contains("[body.layout-spaced]\n"))
        #expect(output.contains("offset 14, line 1, column 15: signed 20 (blank), received 22 (\")\n"))
        #expect(output.contains("DigestInfo in the signature, by the public key: 3031300d06096086"))
        for language in ["PHP", "Python", "JavaScript", "Java", "Go", "C#"] {
            #expect(output.contains("\n  \(language) "))
        }
        #expect(!output.contains("Заказ"))
    }

    @Test func `a right signature is valid, with or without an explanation`() throws {
        let (code, console) = explain(try key.sign(body))
        #expect(code == .right)
        #expect(console.output == "valid\n")
    }

    @Test func `what nothing explains lists what was ruled out`() throws {
        let (code, console) = explain(try key.sign(Array("something else".utf8)))
        #expect(code == .wrong)
        #expect(console.output.contains("\ncause: not found: the right key signed other bytes"))
        #expect(console.output.contains("\nruled out: the body as it was received\n"))
        #expect(console.output.contains(SHA256Digest(of: Array("something else".utf8)).hexadecimal))
    }

    @Test func `the published test keys are tried, and keys that are given go by their file names`() throws {
        let bank = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-bank.pem"))
        let published = explain(try bank.sign(body))
        #expect(published.console.output.contains("another key made the signature: the bank's public test key"))
        let long = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-3072.pem"))
        let path = folder.file("old.pem")
        try File.replace(path, bytes: long.publicKey.pem())
        let given = explain(try long.sign(body), "--also-key", path)
        #expect(given.console.output.contains("another key made the signature: \(path)"))
    }

    @Test func `path and header fields of the request take part in the search`() throws {
        let signed = Array("/api/v1/session/confirm".utf8) + body
        let known = explain(try key.sign(signed), "--path", "/api/v1/session/confirm")
        #expect(known.console.output.contains("[body.with-context]"))
        let dated = explain(try key.sign(body + Array("today".utf8)), "--path", "/x", "--header", "Date: today")
        #expect(dated.console.output.contains("the payout API signs the body alone: Date"))
    }

    @Test func `the signature of another message is found when that is given`() throws {
        let other = try folder.write("other.json", "{}x")
        let (_, console) = explain(try key.sign(Array("{}x".utf8)), "--also-body", other)
        #expect(console.output.contains("the signature belongs to another message: \(other)"))
    }

    @Test func `the bytes that were signed are written for their owner alone, and nothing is overwritten`() throws {
        let path = folder.file("signed.json")
        let signature = try key.sign(body + [0x0A])
        #expect(explain(signature, "--signed-out", path).code == .wrong)
        #expect(try File.read(path) == body + [0x0A])
        let again = explain(signature, "--signed-out", path)
        #expect(again.code == .usage)
        #expect(again.console.error.contains("exists already"))
    }

    @Test func `JSON holds causes, digests and the place, and no byte of the body`() throws {
        let (code, console) = explain(try key.sign(body + [0x0A]), "--format", "json")
        #expect(code == .wrong)
        let root = try JSONDocument(parsing: console.output).root
        #expect(root["conclusion"]?.string == "explained")
        #expect(root["causes"]?[0]?["id"]?.string == "body.final-newline-added")
        #expect(
            root["causes"]?[0]?["code"]?.members.map(\.name) == ["PHP", "Python", "JavaScript", "Java", "Go", "C#"]
        )
        #expect(root["difference"]?["offset"]?.number?.int64 == Int64(body.count))
        #expect(root["difference"]?["received"]?.isNull == true)
        #expect(root["difference"]?["signed"]?.number?.int64 == 10)
        #expect(root["received"]?["sha256"]?.string == SHA256Digest(of: body).hexadecimal)
        #expect(root["fault"]?["rule"]?.string == "SIG.BYTES")
        #expect(root["complete"]?.boolean == true)
        #expect(!console.output.contains("ps_3230"))
    }

    @Test(arguments: ["--also-key", "--path", "--header", "--also-body", "--signed-out", "--format"])
    func `an option of the explanation needs it`(option: String) throws {
        let console = RecordingConsole(input: body)
        let arguments = ["verify", "--key", publicPath, "--signature", try key.sign(body), option, "x"]
        #expect(PayoutKit.run(arguments, on: console.console) == .usage)
        #expect(console.error.contains("\(option) needs --explain"))
    }

    @Test func `a header field without its path or without a colon is refused`() throws {
        let signature = try key.sign(body)
        #expect(explain(signature, "--header", "Date: x").code == .usage)
        #expect(explain(signature, "--path", "/", "--header", "Date").code == .usage)
    }
}
