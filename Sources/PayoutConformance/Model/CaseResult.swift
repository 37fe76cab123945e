public import PayoutVectors

/// What became of one case in one run.
public struct CaseResult: Hashable, Sendable, Identifiable {
    /// The id of the case.
    public var id: String
    /// The title of the case.
    public var title: String
    /// The rules that the case proves.
    public var rules: [RuleID]
    /// The level of the case.
    public var level: Rule.Level
    /// What the case came to.
    public var outcome: Outcome
    /// The id of the twin, where the case has one.
    public var twin: String?
    /// What a right answer would have been; nil when nothing was found wrong.
    public var expected: String?
    /// What came, masked; nil when nothing was found wrong.
    public var received: String?
    /// Everything found wrong, in the order found.
    public var findings: [CaseFinding]
    /// How long the case ran; zero when it did not run.
    public var duration: Duration

    /// Creates a result of `contractCase`; `expected` and `received` are those of the gravest finding.
    public init(of contractCase: ContractCase, outcome: Outcome, findings: [CaseFinding], duration: Duration) {
        id = contractCase.id
        title = contractCase.title
        rules = contractCase.rules
        level = contractCase.level
        self.outcome = outcome
        twin = contractCase.twin
        let gravest = findings.first { $0.level == .must } ?? findings.first
        expected = gravest?.expected
        received = gravest?.received
        self.findings = findings
        self.duration = duration
    }
}
