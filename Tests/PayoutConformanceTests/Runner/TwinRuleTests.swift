import PayoutConformance
import PayoutVectors
import Testing

@Suite("Twin rule", .timeLimit(.minutes(10))) struct TwinRuleTests {
    private func outcomes(of cases: [ContractCase], _ target: FakeTarget = FakeTarget()) throws -> [String: Outcome] {
        let report = try SuiteRunner(cases: cases, target: target).run()
        return Dictionary(uniqueKeysWithValues: report.results.map { ($0.id, $0.outcome) })
    }

    @Test(arguments: [true, false])
    func `a refusal counts when the twin was accepted`(twinFirst: Bool) throws {
        let pair = [ContractCase.passing("twin"), .passing("negative", twin: "twin")]
        let outcomes = try outcomes(of: twinFirst ? pair : pair.reversed())
        #expect(outcomes["negative"] == .passed)
    }

    @Test func `a twin with a warning was accepted`() throws {
        let outcomes = try outcomes(of: [.finding("twin", .should), .passing("negative", twin: "twin")])
        #expect(outcomes["negative"] == .passed)
    }

    @Test func `a refusal proves nothing when the twin was refused too`() throws {
        let report = try SuiteRunner(
            cases: [.finding("twin", .must), .passing("negative", twin: "twin")],
            target: FakeTarget()
        )
        .run()
        guard case .notRun(let reason) = report.results[1].outcome else {
            Issue.record("the negative case was \(report.results[1].outcome.name)")
            return
        }
        #expect(reason.contains("twin"))
    }

    @Test func `a refusal proves nothing when the twin did not run`() throws {
        let target = FakeTarget(refused: ["twin": .notApplicable("no payouts")])
        let report = try SuiteRunner(cases: [.passing("twin"), .passing("negative", twin: "twin")], target: target)
            .run()
        #expect(report.results[1].outcome.name == "not run")
        #expect(report.exitCode == 3)
    }

    @Test func `a refusal proves nothing when the twin is not in the run`() throws {
        let report = try SuiteRunner(cases: [.passing("negative", twin: "twin")], target: FakeTarget()).run()
        #expect(report.results[0].outcome.name == "not run")
        #expect(report.exitCode == 3)
    }

    @Test func `a failed negative stays failed, whatever its twin does`() throws {
        let outcomes = try outcomes(of: [.finding("twin", .must), .finding("negative", .must, twin: "twin")])
        #expect(outcomes["negative"] == .failed)
    }

    @Test func `cases that are each other's twins end`() throws {
        let outcomes = try outcomes(of: [.passing("a", twin: "b"), .passing("b", twin: "a")])
        #expect(outcomes == ["a": .passed, "b": .passed])
    }
}
