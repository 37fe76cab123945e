/// How many cases came to what.
public struct SuiteSummary: Hashable, Sendable {
    /// Cases with nothing wrong.
    public var passed = 0
    /// Cases with a violated SHOULD.
    public var warned = 0
    /// Cases with a violated MUST.
    public var failed = 0
    /// Cases that failed as a list said.
    public var knownFailing = 0
    /// Cases that should have run and could not.
    public var notRun = 0
    /// Cases about something that the target can't do.
    public var notApplicable = 0

    /// Counts `results`.
    public init(_ results: [CaseResult]) {
        for result in results {
            switch result.outcome {
            case .passed: passed += 1
            case .warned: warned += 1
            case .failed: failed += 1
            case .knownFailing: knownFailing += 1
            case .notRun: notRun += 1
            case .notApplicable: notApplicable += 1
            }
        }
    }

    /// All cases.
    public var total: Int { passed + warned + failed + knownFailing + notRun + notApplicable }
}
