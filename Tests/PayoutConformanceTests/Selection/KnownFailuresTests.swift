import PayoutConformance
import PayoutContract
import PayoutVectors
import Testing

@Suite("Known failures") struct KnownFailuresTests {
    private static let cases = [
        ContractCase.failing("fails", rule: "SIG.KEY"), .failing("fails-too", rule: "ERROR.CODE"), .passing("passes"),
    ]

    private func report(_ entries: KnownFailures.Entry..., cases: [ContractCase] = cases) throws -> SuiteReport {
        var runner = SuiteRunner(suite: "fake", cases: cases, target: FakeTarget())
        runner.knownFailures = KnownFailures(entries)
        runner.today = "2026-05-27"
        return try runner.run()
    }

    private func known(_ id: String, until: String? = nil) -> KnownFailures.Entry {
        KnownFailures.Entry(subject: .contractCase(id), reason: "PAY-131", until: until)
    }

    private func known(rule: RuleID) -> KnownFailures.Entry {
        KnownFailures.Entry(subject: .rule(rule), reason: "PAY-132")
    }

    @Test func `a known failure runs and fails no run`() throws {
        let report = try report(known("fails"), known(rule: "ERROR.CODE"))
        #expect(report.results.map(\.outcome) == [.knownFailing, .knownFailing, .passed])
        #expect(report.exitCode == 0)
        #expect(report.results[0].findings.count == 1)
    }

    @Test func `another failure fails the run all the same`() throws {
        let report = try report(known("fails"))
        #expect(report.results.map(\.outcome) == [.knownFailing, .failed, .passed])
        #expect(report.exitCode == 1)
    }

    @Test func `a case that breaks another rule than the known one has failed`() throws {
        let both = ContractCase(id: "both", title: "", rules: ["SIG.KEY"]) { context in
            for rule in ["SIG.KEY", "SIG.BYTES"] as [RuleID] {
                context.record(CaseFinding(rule: rule, level: .must, message: "is wrong"))
            }
        }
        #expect(try report(known(rule: "SIG.KEY"), cases: [both]).results[0].outcome == .failed)
    }

    @Test func `an entry whose case passes is stale and fails the run`() throws {
        let report = try report(known("passes"), cases: [.passing("passes")])
        #expect(report.exitCode == 1)
        #expect(report.summary.failed == 0)
        #expect(report.complaints.first?.contains("case passes does not fail any more") == true)
    }

    @Test func `an entry whose rule is kept is stale`() throws {
        let report = try report(known(rule: "SIG.KEY"), cases: [.passing("passes", rules: ["SIG.KEY"])])
        #expect(report.exitCode == 1)
        #expect(report.complaints.first?.contains("rule SIG.KEY does not fail any more") == true)
    }

    @Test func `an entry about what did not run is not stale`() throws {
        #expect(try report(known("not-selected"), known(rule: "SIG.BYTES"), cases: [.passing("passes")]).exitCode == 0)
    }

    @Test(arguments: [("2026-05-26", Int32(1)), ("2026-05-27", 0), ("2026-05-28", 0)])
    func `an entry whose day is over fails the run`(until: String, exitCode: Int32) throws {
        let report = try report(known("fails", until: until), known("fails-too"))
        #expect(report.exitCode == exitCode)
        #expect(report.complaints.isEmpty == (exitCode == 0))
    }

    @Test func `the file is read`() throws {
        let text = #"""
            {"format":1,"known_failing":[{"case":"fails","reason":"PAY-131","until":"2026-12-31"},
            {"rule":"ERROR.CODE","reason":"the mock knows one code"}]}
            """#
        let list = try KnownFailures(reading: Array(text.utf8), cases: Self.cases, rules: Contract.embedded().rules())
        #expect(list.entries.count == 2)
        #expect(list.entries.first == known("fails", until: "2026-12-31"))
    }

    @Test(arguments: [
        ("{", "no JSON"), ("{}", "format 1"), (#"{"format":1}"#, "known_failing"),
        (#"{"format":1,"known_failing":[{"case":"fails"}]}"#, "gives no reason"),
        (#"{"format":1,"known_failing":[{"case":"other","reason":"x"}]}"#, "the case other, which does not exist"),
        (#"{"format":1,"known_failing":[{"rule":"NO.RULE","reason":"x"}]}"#, "the rule NO.RULE, which does not exist"),
        (#"{"format":1,"known_failing":[{"reason":"x"}]}"#, "one of case and rule"),
        (#"{"format":1,"known_failing":[{"case":"fails","reason":"x","till":"y"}]}"#, "the member till"),
        (#"{"format":1,"known_failing":[{"case":"fails","reason":"x","until":"tomorrow"}]}"#, "YYYY-MM-DD"),
        (#"{"format":1,"known_failing":[1]}"#, "entry 1"),
    ])
    func `a wrong file is an error that names the entry`(text: String, reason: String) throws {
        let rules = try Contract.embedded().rules()
        let error = #expect(throws: KnownFailuresError.self) {
            try KnownFailures(reading: Array(text.utf8), cases: Self.cases, rules: rules)
        }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
