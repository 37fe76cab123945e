import HTTPWire
import PayoutConformance
import PayoutVectors
import Synchronization
import Testing

@Suite("Runner", .timeLimit(.minutes(10))) struct SuiteRunnerTests {
    private func report(
        of cases: [ContractCase],
        on target: FakeTarget = FakeTarget(),
        concurrency: Int = 8
    ) throws
        -> SuiteReport
    {
        try SuiteRunner(suite: "fake", cases: cases, target: target, concurrency: concurrency).run()
    }

    @Test(arguments: [1, 3, 64])
    func `results stand in the order of the cases`(concurrency: Int) throws {
        let cases = (0..<200).map { ContractCase.passing("case-\($0)") }
        let report = try report(of: cases, concurrency: concurrency)
        #expect(report.results.map(\.id) == cases.map(\.id))
        #expect(report.summary.passed == 200)
    }

    @Test func `results are told in the order of the cases, whoever ends first`() throws {
        let latch = Latch()
        let slow = ContractCase(id: "slow", title: "", rules: []) { _ in latch.waitUntilOpen() }
        let quick = ContractCase(id: "quick", title: "", rules: []) { _ in latch.open() }
        var told: [String] = []
        _ = try SuiteRunner(cases: [slow, quick], target: FakeTarget()).run { told.append($0.id) }
        #expect(told == ["slow", "quick"])
    }

    @Test func `a case that hangs is cut, named and failed`() throws {
        let latch = Latch()
        defer { latch.open() }
        let report = try report(of: [.passing("a"), .hanging("b", until: latch), .passing("c")])
        #expect(report.results.map(\.outcome) == [.passed, .failed, .passed])
        let message = try #require(report.results[1].findings.first?.message)
        #expect(message.contains("waiting for a webhook"))
        #expect(report.exitCode == 1)
    }

    @Test func `cases that hang don't keep others from running`() throws {
        let latch = Latch()
        defer { latch.open() }
        let hanging = (0..<40).map { ContractCase.hanging("hang-\($0)", until: latch) }
        let report = try report(of: hanging + [.passing("last")], concurrency: 2)
        #expect(report.summary.failed == 40)
        #expect(report.results.last?.outcome == .passed)
    }

    @Test func `no more cases are busy than allowed`() throws {
        let busy = Mutex((now: 0, most: 0))
        let cases = (0..<50)
            .map { number in
                ContractCase(id: "\(number)", title: "", rules: []) { _ in
                    busy.withLock { count in
                        count.now += 1
                        count.most = max(count.most, count.now)
                    }
                    busy.withLock { $0.now -= 1 }
                }
            }
        _ = try report(of: cases, concurrency: 3)
        #expect(busy.withLock { $0.most } <= 3)
    }

    @Test func `an error inside a case is that case's failure, with its reason`() throws {
        struct Broken: Error, CustomStringConvertible { var description: String { "the cable is cut" } }
        let report = try report(of: [.throwing("a", level: .should, Broken()), .passing("b")])
        #expect(report.results.map(\.outcome) == [.failed, .passed])
        #expect(report.results[0].findings.first?.message.contains("the cable is cut") == true)
    }

    @Test func `a case may say that it could not run, or does not apply`() throws {
        let report = try report(of: [
            .throwing("a", CaseStop.notRun("no hash")), .throwing("b", CaseStop.notApplicable("no widget")),
        ])
        #expect(report.results.map(\.outcome) == [.notRun("no hash"), .notApplicable("no widget")])
    }

    @Test func `a case that stops for its findings and has none is failed`() throws {
        let report = try report(of: [.throwing("a", CaseStop.afterFindings)])
        #expect(report.results[0].outcome == .failed)
    }

    @Test func `what the target refuses is not started`() throws {
        let refusal = Outcome.notRun("payouts are not allowed")
        let never = ContractCase(id: "a", title: "", rules: []) { _ in Issue.record("was started") }
        let report = try report(of: [never], on: FakeTarget(refused: ["a": refusal]))
        #expect(report.results.map(\.outcome) == [refusal])
    }

    @Test func `a wrong configuration is thrown before any case runs`() {
        let wrong = PreflightError(code: .unreachable, sentence: "Nothing answers.", fix: "Start it.")
        let never = ContractCase(id: "a", title: "", rules: []) { _ in Issue.record("was started") }
        #expect(throws: wrong) { try report(of: [never], on: FakeTarget(preflight: wrong)) }
    }
}
