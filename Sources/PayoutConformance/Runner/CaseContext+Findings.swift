import PayoutContract
import PayoutVectors
import StrictJSON

extension CaseContext {
    /// Records a finding with the sentence of its rule.
    ///
    /// The level is at most that of the case: what a SHOULD case finds never fails a run.
    func report(
        _ rule: RuleID,
        level: Rule.Level = .must,
        _ message: String,
        expected: String? = nil,
        received: String? = nil,
        sent: String? = nil,
        difference: ByteDifference? = nil,
        cause: String? = nil,
        fix: String? = nil
    ) {
        let known = try? Contract.embedded().rules()[rule]
        record(
            CaseFinding(
                rule: rule,
                level: contractCase.level == .must ? level : .should,
                message: message,
                statement: known?.statement.en,
                expected: expected,
                received: received,
                sent: sent,
                difference: difference,
                cause: cause,
                fix: fix
            )
        )
    }

    /// Records what the contract found in a body; a note is not recorded.
    func report(_ finding: Finding, _ expected: String, received: String, sent: String?) {
        let level: Rule.Level
        switch finding.severity {
        case .error: level = .must
        case .warning: level = .should
        case .note: return
        }
        let place = finding.pointer == .root ? "" : " (at \(finding.pointer))"
        report(
            finding.rule,
            level: level,
            finding.message + place,
            expected: expected,
            received: received,
            sent: sent,
            fix: finding.fix
        )
    }
}

/// The kit in one of its roles, for one case: what it finds wrong it records in the case's context.
protocol CaseReporter {
    var context: CaseContext { get }
}

extension CaseReporter {
    /// Records a finding; see ``CaseContext/report(_:level:_:expected:received:sent:difference:cause:fix:)``.
    func report(
        _ rule: RuleID,
        level: Rule.Level = .must,
        _ message: String,
        expected: String? = nil,
        received: String? = nil,
        sent: String? = nil,
        cause: String? = nil,
        fix: String? = nil
    ) {
        context.report(
            rule,
            level: level,
            message,
            expected: expected,
            received: received,
            sent: sent,
            cause: cause,
            fix: fix
        )
    }
}
