import StrictJSON
import TestSupport
import Testing

@testable import payoutkit

@Suite("Commands conform and cases", .serialized, .timeLimit(.minutes(10))) struct ConformCommandTests {
    @Test func `the cases of a suite are listed with their rules and twins`() {
        let console = RecordingConsole()
        #expect(console.run("cases", "bank", "--only", "bank.create.wrong-key") == .right)
        #expect(
            console.output == """
                bank.create.accepted  MUST  SESSION.STATE ENVELOPE.CONTENT
                bank.create.wrong-key  MUST  SIG.KEY  < bank.create.accepted

                """
        )
    }

    @Test func `the list is JSON when asked for`() throws {
        let console = RecordingConsole()
        #expect(console.run("cases", "--format", "json") == .right)
        let list = try #require(try JSONTree(parsing: console.output).elements)
        #expect(list.count > 300)
        for name in ["id", "title", "level", "rules", "tags", "timeout_s"] {
            #expect(list.allSatisfy { $0[name] != nil }, "\(name)")
        }
    }

    @Test(arguments: [
        (["conform", "--only", "bank.create.wrong-kee"], "did you mean bank.create.wrong-key?"),
        (["conform", "--only", "bank.strat"], "did you mean bank.start?"),
        (["conform", "--tag", "negativ"], "did you mean negative?"),
        (["conform", "--rule", "SIG.KEYS"], "did you mean SIG.KEY?"),
        (["conform", "--only", "something"], "`payoutkit cases` lists them"),
        (["conform", "--tag", "lifecycle"], "; there are account, action_required, "),
        (["conform", "--rule", "LIFECYCLE"], "`payoutkit explain` lists the rules"),
        (["cases", "banc"], "did you mean bank?"), (["conform", "--known-failing", "/nonexistent"], "No such file"),
        (["conform", "--report", "report.pdf"], "must end with"),
        (["conform", "--only", "bank.create", "--tag", "sign"], "no case to run"),
    ])
    func `what can't be meant so is wrong usage`(arguments: [String], reason: String) {
        let console = RecordingConsole()
        #expect(PayoutKit.run(arguments, on: console.console) == .usage)
        #expect(console.error.contains(reason), "\(console.error)")
        #expect(console.output.isEmpty)
    }

    @Test(arguments: [
        (["--start", "true", "--partner-key", "KEY"], "--webhook-url is missing"),
        (
            ["--webhook-url", "http://127.0.0.1:1/", "--partner-key", "KEY"],
            "one of --start and --start-url is missing"
        ),
        (
            ["--webhook-url", "http://127.0.0.1:1/", "--start", "a", "--start-url", "http://127.0.0.1:1/"],
            "say the same twice"
        ),
        (["--webhook-url", "http://127.0.0.1:1/", "--start", "true"], "--partner-key is missing"),
        (
            ["--webhook-url", "http://127.0.0.1:1/", "--start", "true", "--partner-key", "KEY"],
            "Nothing takes webhooks"
        ),
        (
            [
                "--webhook-url", "http://127.0.0.1:1/", "--start", "true", "--partner-key", "BANK",
                "--bank-signing-key", "PRIVATE",
            ], "of one pair"
        ),
        (
            ["--webhook-url", "http://127.0.0.1:1/", "--start", "true", "--partner-key", "KEY", "--quiet-for", "x"],
            "0.5"
        ),
    ])
    func `a partner that can't be reached or asked is wrong usage`(arguments: [String], reason: String) throws {
        let folder = try TemporaryFolder()
        for (name, options) in [("KEY", ["--partner"]), ("BANK", ["--bank"]), ("PRIVATE", ["--bank", "--private"])] {
            let keys = RecordingConsole()
            _ = PayoutKit.run(["keys"] + options, on: keys.console)
            _ = try folder.write(name, keys.output)
        }
        let console = RecordingConsole()
        let named = arguments.map { ["KEY", "BANK", "PRIVATE"].contains($0) ? folder.file($0) : $0 }
        let call = ["conform", "partner", "--bank-port", "0"] + named
        #expect(PayoutKit.run(call, on: console.console) == .usage)
        #expect(console.error.contains(reason), "\(console.error)")
    }

    @Test func `only what is not right is printed, and the summary`() {
        let console = RecordingConsole()
        #expect(console.run("conform", "--only", "bank.create.wrong-key") == .right)
        #expect(console.output.hasPrefix("embedded sandbox: 2 cases: 2 passed"))
        #expect(console.error.isEmpty)
    }

    @Test func `every case is printed when asked for`() {
        let console = RecordingConsole()
        #expect(console.run("conform", "--only", "bank.create.wrong-key", "--verbose") == .right)
        #expect(console.output.contains("passed          bank.create.wrong-key"))
    }

    @Test func `two runs of one seed write the same bytes`() throws {
        let folder = try TemporaryFolder()
        var reports: [[UInt8]] = []
        for name in ["a.json", "b.json"] {
            let console = RecordingConsole()
            #expect(console.run("conform", "--seed", "131", "--tag", "create", "--report", folder.file(name)) == .right)
            reports.append(try File.read(folder.file(name)))
        }
        #expect(reports[0] == reports[1])
    }

    @Test func `a failure says how to run it again`() throws {
        let console = RecordingConsole()
        let arguments = [
            "conform", "adapter", "--deadline", "7", "--only", "adapter.sign.confirm", "--", "sh", "-c",
            #"while read -r l; do case "$l" in *hello*) echo '{"id":0,"name":"x","ops":["sign"]}';; *) echo '{"id":1,"signature":"no"}';; esac; done"#,
        ]
        #expect(PayoutKit.run(arguments, on: console.console) == .wrong)
        #expect(
            console.output.contains(
                "payoutkit conform adapter --only adapter.sign.confirm --deadline 7 -- sh -c 'while"
            )
        )
    }

    @Test func `a stale entry of the known failures fails the run`() throws {
        let folder = try TemporaryFolder()
        let list = try folder.write(
            "known.json",
            #"{"format":1,"known_failing":[{"case":"bank.create.wrong-key","reason":"PAY-131"}]}"#
        )
        let console = RecordingConsole()
        #expect(console.run("conform", "--only", "bank.create.wrong-key", "--known-failing", list) == .wrong)
        #expect(console.output.contains("does not fail any more"))
    }

    @Test(.enabled(if: (try? ShellCheck("openssl version"))?.isSuccess == true, "openssl is not installed"))
    func `openssl verifies the seal of a report, and no changed report`() throws {
        let folder = try TemporaryFolder()
        let keys = RecordingConsole()
        #expect(keys.run("keys", "--partner", "--private") == .right)
        let key = try folder.write("key.pem", keys.output)
        let publicKeys = RecordingConsole()
        #expect(publicKeys.run("keys", "--partner") == .right)
        try File.replace(folder.file("key.pub.pem"), bytes: Array(publicKeys.output.utf8))
        let report = folder.file("report.json")
        let console = RecordingConsole()
        #expect(console.run("conform", "--only", "adapter.sign", "--report", report, "--seal", key) == .right)
        let verify = "openssl dgst -sha256 -verify \(folder.file("key.pub.pem")) -signature \(report).sig \(report)"
        #expect(try ShellCheck(verify).isSuccess)
        try File.replace(report, bytes: File.read(report) + [0x0A])
        #expect(try !ShellCheck(verify).isSuccess)
    }

    @Test func `a seal without a JSON report is wrong usage`() throws {
        let folder = try TemporaryFolder()
        let keys = RecordingConsole()
        #expect(keys.run("keys", "--partner", "--private") == .right)
        let key = try folder.write("key.pem", keys.output)
        let console = RecordingConsole()
        #expect(console.run("conform", "--report", folder.file("a.html"), "--seal", key) == .usage)
        #expect(console.error.contains("there is no --report FILE.json"))
    }
}
