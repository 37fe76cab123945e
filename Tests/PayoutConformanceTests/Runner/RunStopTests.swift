import HTTPWire
import PayoutConformance
import PayoutVectors
import Testing

@Suite("A run that is stopped", .timeLimit(.minutes(10))) struct RunStopTests {
    @Test func `what has ended is reported, the rest is not run`() throws {
        let latch = Latch()
        defer { latch.open() }
        let stop = RunStop()
        let stopping = ContractCase(id: "stopping", title: "", rules: []) { _ in stop.request() }
        var runner = SuiteRunner(
            cases: [.passing("a"), stopping, .hanging("hanging", until: latch), .passing("b")],
            target: FakeTarget(),
            concurrency: 1
        )
        runner.stop = stop
        let report = try runner.run()
        #expect(report.results.map(\.id) == ["a", "stopping", "hanging", "b"])
        #expect(report.results[0].outcome == .passed)
        #expect(report.results.last?.outcome == .notRun("the run was stopped"))
        #expect(report.isStopped)
        #expect(report.exitCode == 3)
    }

    @Test func `a failure before the end stays a failure`() throws {
        let stop = RunStop()
        let failing = ContractCase(id: "failing", title: "", rules: []) { context in
            context.record(.init(rule: "SIG.KEY", level: .must, message: "is wrong"))
            stop.request()
        }
        var runner = SuiteRunner(cases: [failing, .passing("b")], target: FakeTarget(), concurrency: 1)
        runner.stop = stop
        let report = try runner.run()
        #expect(report.exitCode == (report.results[0].outcome == .failed ? 1 : 3))
    }

    @Test func `a run that nobody stops is not stopped`() throws {
        #expect(try !SuiteRunner(cases: [.passing("a")], target: FakeTarget()).run().isStopped)
    }

    @Test func `durations on a clock that stands still are zero`() throws {
        var runner = SuiteRunner(cases: [.passing("a"), .passing("b")], target: FakeTarget())
        runner.clock = .still
        let report = try runner.run()
        #expect(report.duration == .zero)
        #expect(report.results.allSatisfy { $0.duration == .zero })
    }
}
