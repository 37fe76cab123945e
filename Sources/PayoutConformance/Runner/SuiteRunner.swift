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
        let start = ContinuousClock.now
        let connection = try target.connect()
        defer { connection.close() }
        var schedule = CaseSchedule(cases: cases, connection: connection, concurrency: max(1, concurrency))
        var sequence = ResultSequence(of: cases)
        while !sequence.isComplete {
            for (index, verdict) in schedule.nextVerdicts() {
                for result in sequence.finish(index, with: verdict) { onResult(result) }
            }
        }
        let duration = ContinuousClock.now - start
        return SuiteReport(suite: suite, target: target.name, results: sequence.released, duration: duration)
    }
}
