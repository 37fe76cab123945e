import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import payoutkit

@Suite("Command line: vectors list and show") struct VectorsCommandTests {
    private func run(_ arguments: String...) -> (status: ExitCode, console: RecordingConsole) {
        let console = RecordingConsole()
        return (PayoutKit.run(["vectors"] + arguments, on: console.console), console)
    }

    private static let embedded = Result {
        (cases: try VectorSet.embedded.cases(), rules: try VectorSet.embedded.rules())
    }

    /// The ids that a filter with these options lets through.
    private func filtered(_ arguments: String...) throws -> [String] {
        let (cases, rules) = try Self.embedded.get()
        let parsed = try ParsedArguments(arguments, for: .listVectors)
        return cases.filter(try CaseFilter(parsed, cases: cases, rules: rules).accepts).map(\.id)
    }

    /// The ids that `list` prints with these options.
    private func list(_ arguments: String...) -> [String] {
        let console = RecordingConsole()
        #expect(PayoutKit.run(["vectors", "list"] + arguments, on: console.console) == .right)
        let ids = console.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
        #expect(console.error == (ids.count == 1 ? "1 case\n" : "\(ids.count) cases\n"))
        return ids
    }

    private func ids(where isListed: (VectorCase) -> Bool) throws -> [String] {
        let ids = try Self.embedded.get().cases.filter(isListed).map(\.id)
        // A filter that lets nothing or everything through would prove nothing.
        #expect(!ids.isEmpty)
        return ids
    }

    @Test func `without a filter every case is listed, with its verdict, rule and title`() throws {
        #expect(try list() == ids { _ in true })
        let line = run("list").console.output.split(separator: "\n")
            .first { $0.hasPrefix("v1.session-start-payout.request.amount-fraction ") }
        let words = try #require(line).split(separator: " ").map(String.init)
        #expect(words[1...2] == ["reject", "AMOUNT.MINOR_UNITS"])
        #expect(line?.hasSuffix("  An amount with kopecks after a point") == true)
    }

    @Test func `each filter lets through what it names`() throws {
        #expect(try filtered("--rule", "AMOUNT.POSITIVE") == ids { $0.mentionedRules.contains("AMOUNT.POSITIVE") })
        #expect(try filtered("--rule", "amount.positive") == filtered("--rule", "AMOUNT.POSITIVE"))
        #expect(try filtered("--tag", "wild") == ids { $0.tags.contains("wild") })
        #expect(
            try filtered("--tag", "wild", "--tag", "money")
                == ids { $0.tags.contains("wild") && $0.tags.contains("money") }
        )
        #expect(try filtered("--kind", "sequence") == ids { $0.kind == .sequence })
        #expect(try filtered("--verdict", "either") == ids { $0.verdict == .either })
        #expect(try filtered("--api", "v1") == ids { $0.message?.api == "v1" })
        for name in ["session/confirm", "session/confirm/response", "webhook/ready_to_confirm", "error"] {
            #expect(try filtered("--message", name) == ids { $0.message?.name == name })
        }
        let both = try ids { $0.kind == .text && $0.verdict == .accept }
        #expect(try filtered("--kind", "text", "--verdict", "accept") == both)
    }

    @Test func `a combination that no case has is an empty list`() {
        #expect(list("--kind", "text", "--api", "v1").isEmpty)
    }

    @Test func `for programs a case is one object a line, without its body`() throws {
        let (status, console) = run("list", "--message", "session/start/payout", "--format", "json")
        #expect(status == .right)
        let records = try console.output.split(separator: "\n").map { try JSONDocument(parsing: String($0)).root }
        #expect(records.compactMap { $0["id"]?.string } == list("--message", "session/start/payout"))
        let fraction = try #require(records.first { $0["id"]?.string?.hasSuffix("amount-fraction") == true })
        #expect(fraction["verdict"]?.string == "reject")
        #expect(fraction["api"]?.string == "v1")
        #expect(fraction["twin"]?.string == "v1.session-start-payout.request.bank-page")
        #expect(fraction["file"]?.string == "payloads/v1/session-start-payout-request.json")
        #expect(fraction["body"] == nil)
    }

    @Test(arguments: [
        (["list", "--rule", "AMOUNT.MINR_UNITS"], "unknown rule AMOUNT.MINR_UNITS (did you mean AMOUNT.MINOR_UNITS?)"),
        (["list", "--tag", "mony"], "no case has the tag mony (did you mean money?)"),
        (
            ["list", "--message", "session/confrim"],
            "no case has the message session/confrim (did you mean session/confirm?)"
        ),
        (["list", "--kind", "texts"], "--kind is one of message, text, signature, sequence, not texts"),
        (["list", "--verdict", "no"], "--verdict is one of accept, reject, either, not no"),
        (["list", "--format", "xml"], "--format is one of text, json, not xml"),
        (["show", "text.cyrilic"], "unknown case text.cyrilic (did you mean text.cyrillic?)"),
        (["show", "sequence.widget-payout", "--body"], "sequence.widget-payout is a sequence and has no body"),
        (["show", "text.cyrillic", "--body", "--format", "json"], "--body and --format exclude each other"),
        (["show", "\u{1B}[31m"], "unknown case \u{241B}[31m"),
        (["list", "--vectors", "/nowhere"], "/nowhere: No such file or directory"),
    ])
    func `a wrong call names the argument and the nearest right one`(arguments: [String], sentence: String) {
        let console = RecordingConsole()
        #expect(PayoutKit.run(["vectors"] + arguments, on: console.console) == .usage)
        #expect(console.output.isEmpty)
        #expect(console.error.contains(sentence))
    }

    @Test func `a refused case is shown with its reason, place and difference`() {
        let output = run("show", "v1.session-start-payout.request.amount-fraction").console.output
        for part in [
            "An amount with kopecks after a point\n", "why:      100.00 is meant as 100 roubles",
            "verdict:  reject, AMOUNT.MINOR_UNITS at /amount_details/amount\n",
            "rule:     AMOUNT.MINOR_UNITS (MUST): An amount is a JSON integer", "message:  session/start/payout (v1)\n",
            "error: amount must be an integer in minor units, found 100.00  [AMOUNT.MINOR_UNITS]\n", "| ", "^^^^^^\n",
            "Иванов Иван Иванович", "twin v1.session-start-payout.request.bank-page: ",
            "  /amount_details/amount: 10000 there, 100.00 here\n",
        ] { #expect(output.contains(part), "\(part)") }
    }

    @Test func `bytes that are no text are shown by their numbers`() {
        let output = run("show", "text.windows-1251").console.output
        #expect(output.contains("\"<C8><E2><E0><ED><EE><E2>\"\n"))
        #expect(output.contains("at byte 1\n"))
    }

    @Test func `a signature is shown with its key, a sequence with its steps`() {
        let sequence = run("show", "sequence.confirm-too-early").console.output
        #expect(sequence.contains("  3. session/confirm refused: session_wrong_state\n"))
        #expect(sequence.contains("from step 3: nothing there, session/confirm refused: session_wrong_state here"))
    }

    @Test func `every case can be shown, and says its title`() throws {
        let (cases, rules) = try Self.embedded.get()
        let contract = try Contract.embedded()
        for vector in cases {
            let text = CaseText(
                vector: vector,
                twin: nil,
                rules: rules,
                contract: contract,
                formatter: FindingFormatter(showsSensitive: true)
            )
            #expect(try text.text().contains(vector.title), "\(vector.id)")
        }
    }

    @Test func `every refused case differs from its twin`() throws {
        let cases = try Self.embedded.get().cases
        let byID = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0) })
        for vector in cases {
            guard let twin = vector.twin.flatMap({ byID[$0] }) else { continue }
            #expect(!CaseDifference(of: vector, from: twin).lines.isEmpty, "\(vector.id)")
        }
    }

    @Test(arguments: ["text.windows-1251", "text.nul-raw", "v1.session-start-payout.request.bank-page"])
    func `the body alone is exact to the byte`(id: String) throws {
        let vector = try #require(try Self.embedded.get().cases.first { $0.id == id })
        #expect(run("show", id, "--body").console.outputBytes == vector.body)
    }

    @Test func `for programs the case is shown as its file has it`() throws {
        let output = run("show", "v1.session-start-payout.request.amount-fraction", "--format", "json").console.output
        let record = try JSONDocument(parsing: output).root
        #expect(record["expect"]?["pointer"]?.string == "/amount_details/amount")
        #expect(record["body"]?.string?.contains("100.00") == true)
    }
}
