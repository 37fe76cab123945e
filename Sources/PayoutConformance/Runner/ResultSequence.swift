/// Verdicts as they come, results in the order of the cases, with the twin rule applied.
///
/// A result is released as soon as its own verdict, the verdict of its twin and all results before it are there. So what
/// is printed while a run goes on is the same for every run.
struct ResultSequence {
    private let cases: [ContractCase]
    private let indexes: [String: Int]
    private let knownFailures: KnownFailures
    private var verdicts: [CaseVerdict?]
    private(set) var released: [CaseResult] = []

    init(of cases: [ContractCase], knownFailures: KnownFailures = KnownFailures()) {
        self.cases = cases
        self.knownFailures = knownFailures
        indexes = Dictionary(cases.enumerated().map { ($1.id, $0) }) { first, _ in first }
        verdicts = Array(repeating: nil, count: cases.count)
    }

    /// Whether every case has its result.
    var isComplete: Bool { released.count == cases.count }

    /// Takes the verdict of the case at `index`, and returns the results that it releases.
    mutating func finish(_ index: Int, with verdict: CaseVerdict) -> ArraySlice<CaseResult> {
        verdicts[index] = verdict
        let start = released.count
        while let result = nextResult() { released.append(result) }
        return released[start...]
    }

    private func nextResult() -> CaseResult? {
        let index = released.count
        guard index < cases.count, let verdict = verdicts[index] else { return nil }
        let contractCase = cases[index]
        var outcome = verdict.outcome
        if let twin = contractCase.twin {
            guard let twinIndex = indexes[twin] else {
                outcome = outcome.withoutTwin("its twin \(twin) is not part of this run, so a refusal proves nothing")
                return result(of: contractCase, outcome, verdict)
            }
            guard let twinVerdict = verdicts[twinIndex] else { return nil }
            if !twinVerdict.outcome.isAccepted {
                let why = "its twin \(twin) was not accepted (\(twinVerdict.outcome.name)), so a refusal proves nothing"
                outcome = outcome.withoutTwin(why)
            }
        }
        return result(of: contractCase, outcome, verdict)
    }

    private func result(of contractCase: ContractCase, _ outcome: Outcome, _ verdict: CaseVerdict) -> CaseResult {
        let outcome = knownFailures.outcome(of: contractCase, outcome, findings: verdict.findings)
        return CaseResult(of: contractCase, outcome: outcome, findings: verdict.findings, duration: verdict.duration)
    }
}

extension Outcome {
    /// The outcome of a negative case whose twin was not accepted: what looks right proves nothing, what is wrong stays so.
    fileprivate func withoutTwin(_ why: String) -> Outcome {
        isAccepted ? .notRun(why) : self
    }
}
