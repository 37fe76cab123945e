import PayoutVectors

/// What a case came to on its own, before the twin rule.
struct CaseVerdict: Hashable, Sendable {
    var outcome: Outcome
    var findings: [CaseFinding]
    var duration: Duration

    init(outcome: Outcome, findings: [CaseFinding] = [], duration: Duration = .zero) {
        self.outcome = outcome
        self.findings = findings
        self.duration = duration
    }

    /// The verdict of a case that ended by itself, by returning or by throwing `error`.
    init(of context: CaseContext, error: (any Error)?, duration: Duration) {
        if let error, !(error is CaseStop) { context.record(.init(unexpected: error, in: context)) }
        let findings = context.close()
        self.init(outcome: Outcome(of: findings), findings: findings, duration: duration)
        guard let stop = error as? CaseStop, outcome != .failed else { return }
        switch stop.reason {
        case .findings where findings.isEmpty:
            outcome = .failed
        case .findings:
            break
        case .notRun(let why):
            outcome = .notRun(why)
        case .notApplicable(let why):
            outcome = .notApplicable(why)
        }
    }

    /// The verdict of a case that the runner cut at its deadline.
    init(cutting context: CaseContext, duration: Duration) {
        context.record(.init(timeoutOf: context))
        let findings = context.close()
        self.init(outcome: .failed, findings: findings, duration: duration)
    }
}

extension Outcome {
    /// The outcome that `findings` give: failed by a MUST, warned by a SHOULD.
    init(of findings: [CaseFinding]) {
        if findings.contains(where: { $0.level == .must }) {
            self = .failed
        } else if findings.contains(where: { $0.level == .should }) {
            self = .warned
        } else {
            self = .passed
        }
    }
}

extension CaseFinding {
    /// A case that hangs proves nothing right, whatever its level: it always fails.
    fileprivate init(timeoutOf context: CaseContext) {
        self.init(
            rule: context.mainRule,
            level: .must,
            message: "the case did not end within its time, while \(context.activity)",
            expected: context.contractCase.title,
            received: "nothing in time"
        )
    }

    /// An error that no case expects is a failure with its reason, never a pass.
    fileprivate init(unexpected error: any Error, in context: CaseContext) {
        self.init(
            rule: context.mainRule,
            level: .must,
            message: "the case broke off while \(context.activity): \(error)",
            expected: context.contractCase.title
        )
    }
}

extension CaseContext {
    /// The rule to name when a case breaks off.
    fileprivate var mainRule: RuleID { contractCase.rules.first ?? RuleID(rawValue: "SUITE.CASE") }
}
