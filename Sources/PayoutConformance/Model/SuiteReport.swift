import PayoutVectors

/// What one run of a suite came to.
public struct SuiteReport: Hashable, Sendable {
    /// The name of the suite, such as "bank".
    public var suite: String
    /// What was under test, in words.
    public var target: String
    /// One result a case, in the order of the cases.
    public var results: [CaseResult]
    /// How long the run took.
    public var duration: Duration
    /// What is wrong with the list of known failures: entries that are stale or expired.
    public var complaints: [String]
    /// Whether somebody ended the run before its end.
    public var isStopped: Bool

    /// Creates a report.
    public init(
        suite: String,
        target: String,
        results: [CaseResult],
        duration: Duration,
        complaints: [String] = [],
        isStopped: Bool = false
    ) {
        self.suite = suite
        self.target = target
        self.results = results
        self.duration = duration
        self.complaints = complaints
        self.isStopped = isStopped
    }

    /// The report of several runs as one; the runs follow each other.
    public init(suite: String, merging reports: [SuiteReport]) {
        self.init(
            suite: suite,
            target: reports.map(\.target).joined(separator: ", "),
            results: reports.flatMap(\.results),
            duration: reports.map(\.duration).reduce(.zero, +),
            complaints: reports.flatMap(\.complaints),
            isStopped: reports.contains(where: \.isStopped)
        )
    }

    /// What a right signature leaves open, which every report says (rule SIG.SCOPE): a green run must not be taken for more.
    public static let signatureScope =
        "Signatures cover the body alone: neither path, method, project, idempotency key nor time. Replays, moved bodies "
        + "and duplicates have to be stopped by states, ids and keys (SIG.SCOPE)."

    /// How many cases came to what.
    public var summary: SuiteSummary { SuiteSummary(results) }

    /// The exit code that tells a pipeline what the run proved: 1 when a case failed, or an entry of the known failures does
    /// not hold any more; 3 when neither, and a MUST was not run or no case gave a verdict at all; else 0.
    public var exitCode: Int32 {
        if results.contains(where: { $0.outcome == .failed }) || !complaints.isEmpty { return 1 }
        return isIncomplete ? 3 : 0
    }

    /// Whether the run left a MUST unproven.
    public var isIncomplete: Bool {
        let hasVerdict = results.contains { $0.outcome.reason == nil }
        return !hasVerdict
            || results.contains { result in
                if case .notRun = result.outcome { result.level == .must } else { false }
            }
    }
}
