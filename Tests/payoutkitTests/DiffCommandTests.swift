import StrictJSON
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: diff, generate, revisions") struct DiffCommandTests {
    private static let wide = #"{"type":"object","properties":{"a":{"type":"string","maxLength":210}}}"#
    private static let narrow = #"{"type":"object","properties":{"a":{"type":"string","maxLength":140}}}"#

    private func run(_ arguments: String...) throws -> (status: ExitCode, console: RecordingConsole) {
        let folder = try TemporaryFolder()
        let console = RecordingConsole()
        let wide = try folder.write("wide.json", Self.wide)
        let narrow = try folder.write("narrow.json", Self.narrow)
        let named = arguments.map { $0 == "WIDE" ? wide : $0 == "NARROW" ? narrow : $0 }
        return (PayoutKit.run(named, on: console.console), console)
    }

    @Test func `a narrower request is breaking, exit code 1, with a witness`() throws {
        let (status, console) = try run("diff", "WIDE", "NARROW")
        #expect(status == .wrong)
        #expect(console.output.contains("breaking: message /a: maximum length lowered: 210 became 140\n"))
        #expect(console.output.contains("witness: {\"a\":\""))
    }

    @Test func `a wider request is compatible, exit code 0`() throws {
        let (status, console) = try run("diff", "NARROW", "WIDE")
        #expect(status == .right)
        #expect(console.output.contains("survived by 1000 generated messages"))
    }

    @Test func `what can't be decided fails where risk does, and is not called compatible`() throws {
        let folder = try TemporaryFolder()
        // No number is both: whether fewer are left can't be shown by a message.
        let old = try folder.write("old.json", #"{"type":"integer","minimum":5,"maximum":4}"#)
        let new = try folder.write("new.json", #"{"type":"integer","minimum":6,"maximum":4}"#)
        for (level, status) in [("breaking", ExitCode.right), ("risky", .wrong)] {
            let console = RecordingConsole()
            #expect(PayoutKit.run(["diff", old, new, "--fail-on", level], on: console.console) == status)
            #expect(console.output.contains("undecided: message: minimum raised: 5 became 6\n"))
        }
    }

    @Test func `changes that hurt nobody are summed up, those of one member together`() throws {
        let folder = try TemporaryFolder()
        func schema(_ length: Int) -> String {
            let text = #"{"type":"object","properties":{"x":{"type":"string","maxLength":\#(length)}}}"#
            return #"{"type":"object","properties":{"a":\#(text),"b":\#(text),"c":\#(text)}}"#
        }
        let (old, new) = (try folder.write("old.json", schema(3)), try folder.write("new.json", schema(4)))
        let console = RecordingConsole()
        #expect(PayoutKit.run(["diff", old, new], on: console.console) == .right)
        #expect(
            console.output == """
                compatible: maximum length raised: 3 became 4, x
                    message /a/x and 2 more places
                    survived by 1000 generated messages
                \(old) to \(new): 3 compatible

                """
        )
        let page = RecordingConsole()
        #expect(PayoutKit.run(["diff", old, new, "--format", "markdown"], on: page.console) == .right)
        #expect(page.output.contains("- maximum length raised: 3 became 4, x: `message /a/x and 2 more places`\n"))
    }

    @Test func `a wider response is risky, and fails when risk does`() throws {
        #expect(try run("diff", "NARROW", "WIDE", "--direction", "response").status == .right)
        #expect(try run("diff", "NARROW", "WIDE", "--direction", "response", "--fail-on", "risky").status == .wrong)
    }

    @Test func `an accepted change does not fail`() throws {
        let (_, console) = try run("diff", "WIDE", "NARROW", "--format", "json")
        let report = try JSONTree(parsing: console.output)
        let fingerprint = try #require(report["changes"]?.elements?.first?["fingerprint"]?.string)
        let folder = try TemporaryFolder()
        let list = #"{"format":1,"accepted":[{"fingerprint":"\#(fingerprint)","reason":"agreed"}]}"#
        let accepted = try folder.write("accepted.json", list)
        let (status, second) = try run("diff", "WIDE", "NARROW", "--accepted", accepted)
        #expect(status == .right)
        #expect(second.output.contains("breaking (accepted): "))
        let (_, third) = try run("diff", "WIDE", "WIDE", "--accepted", accepted)
        #expect(third.error.contains("\(fingerprint) is not among the changes any more"))
    }

    @Test(arguments: [
        (#"{"format":1}"#, ":1:1: must be {"), (#"{"format":1,"accepted":[],"more":1}"#, "more is no member"),
        (#"{"format":1,"accepted":[{"fingerprint":"zzz","reason":"a"}]}"#, "zzz is no fingerprint"),
        (#"{"format":1,"accepted":[{"fingerprint":"00112233445566aa","reason":""}]}"#, "the reason not empty"),
        (#"{"format":1,"accepted":[{"fingerprint":"00112233445566aa","reason":"a","until":1}]}"#, "until is no member"),
        (
            #"{"format":1,"accepted":[{"fingerprint":"00112233445566aa","reason":"a"},"#
                + #"{"fingerprint":"00112233445566aa","reason":"b"}]}"#, "00112233445566aa is accepted twice"
        ),
    ])
    func `a file of accepted changes is read strictly`(_ list: String, _ complaint: String) throws {
        let folder = try TemporaryFolder()
        let (status, console) = try run("diff", "WIDE", "NARROW", "--accepted", try folder.write("list.json", list))
        #expect(status == .usage)
        #expect(console.error.contains(complaint))
    }

    @Test func `an error in a contract names the side`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("rules.json", "{}")
        let (status, console) = try run("diff", "current", folder.path)
        #expect(status == .usage)
        #expect(console.error.contains("\(folder.path): rules.json"))
    }

    @Test func `each change says which way its message travels`() throws {
        #expect(
            try run("diff", "WIDE", "NARROW").console.output.contains("maximum-length-lowered@message/a (request)\n")
        )
    }

    @Test func `SARIF and Markdown name the change`() throws {
        let sarif = try JSONTree(parsing: try run("diff", "WIDE", "NARROW", "--format", "sarif").console.output)
        let result = sarif["runs"]?.elements?.first?["results"]?.elements?.first
        #expect(result?["ruleId"] == "maximum-length-lowered")
        #expect(result?["level"] == "error")
        let markdown = try run("diff", "WIDE", "NARROW", "--format", "markdown").console.output
        #expect(markdown.contains("## Breaking\n"))
    }

    @Test(arguments: [
        (["--format", "pdf"], "--format is one of"), (["--fail-on", "nothing"], "--fail-on is one of"),
        (["--mine", "-"], "--mine goes with contracts"),
    ])
    func `options are checked before anything is compared`(_ options: [String], _ complaint: String) throws {
        let folder = try TemporaryFolder()
        let schema = try folder.write("schema.json", Self.wide)
        let console = RecordingConsole()
        #expect(PayoutKit.run(["diff", schema, schema] + options, on: console.console) == .usage)
        #expect(console.output.isEmpty)
        #expect(console.error.contains(complaint))
    }

    @Test func `wrong operands are wrong usage`() throws {
        #expect(try run("diff", "WIDE", "current").status == .usage)
        #expect(try run("diff", "2020-01-01", "current").status == .usage)
        #expect(try run("diff", "current", "current", "--direction", "request").status == .usage)
        #expect(try run("check", "--as-of", "yesterday", "-").status == .usage)
        #expect(try run("conform", "adapter", "--as-of", "yesterday", "--", "true").status == .usage)
    }

    @Test func `every revision is listed with its sources`() throws {
        let (status, console) = try run("revisions")
        #expect(status == .right)
        #expect(console.output.contains("2024-05-30  before API v2\n"))
        #expect(console.output.contains("sdk: 131/php-sdk 2.0.0 (2024-10-30)"))
    }

    @Test func `a payload is checked as of a revision`() {
        let console = RecordingConsole(input: Array(#"{"session_id":"ps_1"}"#.utf8))
        let status = console.run("check", "--as-of", "2024-05-30", "--as", "session/confirm", "--api", "v2", "-")
        #expect(status == .usage)
        #expect(console.error.contains("the vectors hold no schema of API v2"))
    }

    @Test func `a rule that no such message can break is refused with what it is about`() throws {
        let (status, console) = try run("generate", "session/cancel", "--rule", "SIG.KEY")
        #expect(status == .usage)
        #expect(console.error.contains("it is about the signature of a body; payoutkit explain SIG.KEY"))
        let (other, said) = try run("generate", "session/cancel", "--rule", "WEBHOOK.TYPE")
        #expect(other == .usage)
        #expect(said.error.contains("messages that can: webhook/ready_to_confirm"))
    }

    @Test func `generated messages say what they are`() throws {
        let (status, console) = try run("generate", "session/cancel", "--rule", "id.not_empty", "-n", "2")
        #expect(status == .right)
        let lines = console.output.split(separator: "\n")
        #expect(lines.count == 2)
        for line in lines {
            let record = try JSONTree(parsing: String(line))
            #expect(record["rule"] == "ID.NOT_EMPTY")
            #expect(record["expect"] == "reject")
        }
        #expect(try run("generate", "session/cancle").status == .usage)
    }
}
