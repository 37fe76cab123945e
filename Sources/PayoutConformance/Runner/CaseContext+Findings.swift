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
