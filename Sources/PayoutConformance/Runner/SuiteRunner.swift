import HTTPWire

/// Runs cases against a target, several at a time, each on a thread of its own and cut at its deadline.
///
/// A case that waits (for a webhook, for an answer that does not come) holds no place for long: after a while the next one
/// starts beside it. So a bank that hangs in every case costs little more than one deadline.
public struct SuiteRunner: Sendable {
    /// The name of the suite, such as "bank".
    public var suite: String
    /// The cases, in the order of the report.
    public var cases: [ContractCase]
    /// What is under test.
    public var target: any SuiteTarget
    /// How many cases may be busy at the same time, at least 1.
    public var concurrency: Int
    /// Failures that are known.
    public var knownFailures = KnownFailures()
    /// The day as YYYY-MM-DD, by which known failures expire; empty for no day, on which none does.
    public var today = ""
    /// Where the durations in the report come from.
    public var clock = RunClock.system
    /// Ends the run early when somebody asks for it.
    public var stop = RunStop()

    /// Creates a runner.
    public init(
        suite: String = "bank",
        cases: [ContractCase] = ContractCases.bank,
        target: any SuiteTarget,
        concurrency: Int = 8
    ) {
        self.suite = suite
        self.cases = cases
        self.target = target
        self.concurrency = concurrency
    }

    /// Runs the cases; blocks until the last one has ended or was cut.
    ///
    /// - Parameter onResult: Called on the caller's thread for each result, in the order of the cases, as soon as it
    ///   is known.
    /// - Throws: `PreflightError` when no verdict is possible; no case has run then.
    public func run(onResult: (CaseResult) -> Void = { _ in }) throws(PreflightError) -> SuiteReport {
        let start = Deadline.now
        let connection = try target.connect()
        defer { connection.close() }
        var schedule = CaseSchedule(cases: cases, connection: connection, concurrency: max(1, concurrency), stop: stop)
        var sequence = ResultSequence(of: cases, knownFailures: knownFailures)
        while !sequence.isComplete {
            for (index, verdict) in schedule.nextVerdicts() {
                var verdict = verdict
                verdict.duration = clock.told(verdict.duration)
                for result in sequence.finish(index, with: verdict) { onResult(result) }
            }
        }
        return SuiteReport(
            suite: suite,
            target: target.name,
            results: sequence.released,
            duration: clock.told(start.elapsed),
            complaints: knownFailures.complaints(about: sequence.released, today: today),
            isStopped: schedule.isStopped
        )
    }
}
