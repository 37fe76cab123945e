import PayoutVectors
import StrictJSON
import TestSupport
import Testing

@testable import payoutkit

@Suite("Command line: check") struct CheckCommandTests {
    /// The request of step 4 of the bank's page, pretty.
    static let start = """
        {
          "session_id": "ps_3230",
          "payment_method": {
            "type": "card",
            "card": {
              "type": "encrypted_card",
              "encrypted_card": {
                "number_hash": "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
              }
            }
          },
          "participant_details": { "recipient": { "full_name": "Иванов Иван Иванович" } },
          "amount_details": {
            "amount": 10000,
            "currency": "rub"
          },
          "metadata": "good"
        }

        """

    private func check(_ text: String, _ arguments: String...) -> (ExitCode, RecordingConsole) {
        let console = RecordingConsole(input: Array(text.utf8))
        return (PayoutKit.run(["check", "-"] + arguments, on: console.console), console)
    }

    private static func replacing(_ old: String, _ new: String) -> String {
        var text = start
        if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
        return text
    }

    @Test func `the request of the bank's page is right`() {
        let (status, console) = check(Self.start, "--as", "session/start/payout")
        #expect(status == .right)
        #expect(console.output == "<stdin>: ok as session/start/payout (v1)\n")
    }

    @Test(arguments: [
        (
            "10000", "100.00", "<stdin>:14:15: error: amount must be an integer in minor units, found 100.00",
            "AMOUNT.MINOR_UNITS"
        ),
        ("payment_method", "payout_details", "<stdin>:3:21: error: payout_details belongs to", "MEMBER.OTHER_VERSION"),
        (
            "\"metadata\"", "\"session_id\": \"ps_1\", \"metadata\"",
            "<stdin>:17:3: error: duplicate member name session_id, first at line 2", "TEXT.UNIQUE_NAMES"
        ),
    ])
    func `a wrong payload is refused at the place of the fault`(old: String, new: String, line: String, rule: String) {
        let (status, console) = check(Self.replacing(old, new), "--as", "session/start/payout")
        #expect(status == .wrong)
        #expect(console.output.hasPrefix(line))
        #expect(console.output.contains("  [\(rule)]\n"))
        #expect(console.output.contains("^"))
        #expect(console.output.contains(" of session/start/payout (v1)\n") || rule.hasPrefix("TEXT"))
    }

    @Test func `a payload that is cut in half is refused where it ends`() {
        let half = String(Self.start.prefix(Self.start.count / 2))
        let lines = half.split(separator: "\n", omittingEmptySubsequences: false)
        let (status, console) = check(half, "--as", "session/start/payout")
        #expect(status == .wrong)
        #expect(console.output.hasPrefix("<stdin>:\(lines.count):"))
        #expect(console.output.contains("[TEXT.RFC8259]"))
    }

    @Test func `the lenient profile takes the other version's name with a warning`() {
        let (status, console) = check(
            Self.replacing("payment_method", "payout_details"),
            "--api",
            "v1",
            "--profile",
            "lenient"
        )
        #expect(status == .right)
        #expect(console.output.contains("warning"))
    }

    @Test func `the message is guessed and said when none is named`() {
        let (status, console) = check(Self.start)
        #expect(status == .right)
        #expect(console.output.contains("session/start/payout (v1), a guess by payment_method: --as names"))
        let confirm = check(#"{"session_id": "ps_1"}"#).1
        #expect(confirm.output == "<stdin>: ok as session/confirm (v1), a guess: --as names the message\n")
    }

    @Test(arguments: [
        ("{\"session_id\": \"ps_1\"}", "session/cancel"), ("{\"session_id\": \"ps_1\"}", "session/status"),
        ("{\"tokenize_widget\": {\"access\": true}}", "token"),
        ("{\"status\":\"error\",\"error\":{\"code\":\"x\",\"description\":\"y\"}}", "error"),
        ("{\"status\":\"error\",\"error\":{\"code\":\"x\",\"description\":\"y\"}}", "session/confirm/response"),
    ])
    func `a message that is named is not guessed`(text: String, name: String) {
        let (status, console) = check(text, "--as", name)
        #expect(status == .right)
        #expect(console.output.contains(" as \(name) (v1)\n"))
    }

    @Test func `findings for programs are one object a line, the verdict goes to standard error`() throws {
        let (status, console) = check(Self.replacing("10000", "100.00"), "--format", "json")
        #expect(status == .wrong)
        #expect(console.error.hasPrefix("<stdin>: 1 error as session/start/payout (v1)"))
        let lines = console.output.split(separator: "\n")
        #expect(lines.count == 1)
        let finding = try JSONDocument(parsing: String(lines.first ?? "")).root
        #expect(finding["file"]?.string == "<stdin>")
        #expect(finding["line"]?.number?.int64 == 14)
        #expect(finding["column"]?.number?.int64 == 15)
        #expect(finding["length"]?.number?.int64 == 6)
        #expect(finding["severity"]?.string == "error")
        #expect(finding["rule"]?.string == "AMOUNT.MINOR_UNITS")
        #expect(finding["pointer"]?.string == "/amount_details/amount")
        #expect(finding["message"]?.string == "amount must be an integer in minor units, found 100.00")
        #expect(finding["fix"]?.string == "write 10000 for 100 roubles")
        #expect(finding["checked_as"]?.string == "session/start/payout")
        #expect(finding["api"]?.string == "v1")
        let right = check(Self.start, "--format", "json")
        #expect(right.0 == .right)
        #expect(right.1.output.isEmpty)
    }

    @Test func `a card number in a member's name is masked for programs too`() {
        let text = #"{"session_id": "ps_1", "4111111111111111": 1}"#
        #expect(!check(text, "--format", "json").1.output.contains("4111111111111111"))
        #expect(check(text, "--format", "json", "--show-sensitive").1.output.contains("4111111111111111"))
    }

    @Test func `a folder of the caller's own takes the place of the embedded contract`() throws {
        let folder = try TemporaryFolder()
        #expect(RecordingConsole().run("vectors", "export", folder.file("mine")) == .right)
        let schema = folder.file("mine/schemas/v1/session-confirm-request.json")
        let text = String(decoding: try File.read(schema), as: UTF8.self)
        try File.replace(
            schema,
            bytes: Array(text.replacing("\"session_id\"", with: "\"id_of_session\"", maxReplacements: 1).utf8)
        )
        let confirm = "{\"session_id\": \"ps_1\"}"
        #expect(check(confirm, "--as", "session/confirm").0 == .right)
        #expect(check(confirm, "--as", "session/confirm", "--vectors", folder.file("mine")).0 == .wrong)
        #expect(check(confirm, "--as", "session/confirm", "--vectors", folder.file("none")).0 == .usage)
    }

    @Test func `a type that no webhook has is said with the known ones and the nearest`() throws {
        let console = RecordingConsole(input: Array(#"{"type":"payment_finishd"}"#.utf8))
        #expect(console.run("check", "-") == .wrong)
        #expect(
            console.output.contains(
                "type names no webhook that is known here (did you mean payment_finished?)  [MESSAGE.UNKNOWN]"
            )
        )
        #expect(console.output.contains("<stdin>:1:9: error: "))
        #expect(console.output.contains("write one of ready_to_confirm, payment_finished, confirmation_payout, "))
        #expect(console.output.contains("--as webhook/other"))
    }

    @Test func `a webhook of a new type that shows its session is checked as such`() throws {
        let console = RecordingConsole(input: Array(#"{"type":"topped_up","session":{"id":"ps_1"}}"#.utf8))
        _ = console.run("check", "-")
        #expect(console.output.contains("webhook/other"))
    }

    @Test(arguments: ["[1]", "{\"x\":1}", "1", "\"\""])
    func `what looks like no message is refused with the way out`(text: String) {
        let (status, console) = check(text)
        #expect(status == .wrong)
        #expect(console.output.contains("--as"))
    }

    @Test func `names are masked in excerpts unless they are asked for`() {
        let text = Self.replacing(
            "\"full_name\": \"Иванов Иван Иванович\"",
            "\"full_name\": \"Иванов\", \"full_name\": 1"
        )
        #expect(!check(text, "--as", "session/start/payout").1.output.contains("Иванов"))
        #expect(check(text, "--as", "session/start/payout", "--show-sensitive").1.output.contains("Иванов"))
    }

    @Test func `quiet prints one line a file, and a file that can't be read does not hide the others`() throws {
        let folder = try TemporaryFolder()
        let right = try folder.write("right.json", Self.start)
        let wrong = try folder.write("wrong.json", Self.replacing("10000", "\"10000\""))
        let console = RecordingConsole()
        #expect(console.run("check", right, folder.file("none.json"), wrong, "--quiet") == .usage)
        let lines = console.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first.map(String.init) == "\(right): ok")
        #expect(lines.last?.hasPrefix("\(wrong):14:15: amount ") == true)
        #expect(console.error.contains("none.json: No such file or directory"))
    }

    @Test func `syntax only accepts what RFC 8259 allows and nothing else`() {
        #expect(check("{\"a\":1,\"a\":2}", "--syntax-only").0 == .right)
        #expect(check("{\"a\":1,\"a\":2}", "--syntax-only", "--unique-names").0 == .wrong)
        let nested = String(repeating: "[", count: 1_025) + String(repeating: "]", count: 1_025)
        #expect(check(nested, "--syntax-only").0 == .wrong)
        #expect(check(nested, "--syntax-only", "--max-depth", "1025").0 == .right)
        let (status, console) = check("[1,]", "--syntax-only", "--quiet")
        #expect(status == .wrong)
        #expect(console.output.hasPrefix("-:1:4: "))
    }

    @Test func `a schema of the caller's own decides`() throws {
        let folder = try TemporaryFolder()
        let schema = try folder.write("schema.json", #"{"type":"object","required":["a"]}"#)
        #expect(check("{\"a\":1}", "--schema", schema).0 == .right)
        let (status, console) = check("{}", "--schema", schema)
        #expect(status == .wrong)
        #expect(console.output.contains("must have the member a"))
        let broken = try folder.write("broken.json", #"{"requred":["a"]}"#)
        #expect(check("{}", "--schema", broken).0 == .usage)
    }

    @Test(arguments: [
        ["--as", "session/strat/payout"], ["--as", "token", "--syntax-only"], ["--unique-names"],
        ["--profile", "mild"],
        ["--syntax-only", "--profile", "strict"], ["--api", "v3"], ["--quiet", "--format", "json"],
        ["--format", "xml"],
    ])
    func `options that don't fit are wrong usage`(arguments: [String]) {
        let console = RecordingConsole(input: Array(Self.start.utf8))
        #expect(PayoutKit.run(["check", "-"] + arguments, on: console.console) == .usage)
        #expect(console.output.isEmpty)
    }
}
