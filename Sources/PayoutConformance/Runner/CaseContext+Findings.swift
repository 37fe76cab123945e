import PayoutContract
import PayoutVectors
import StrictJSON

extension CaseContext {
    /// Records a finding with the sentence of its rule.
    ///
    /// The level is at most that of the case: what a SHOULD case finds never fails a run. Where `fix` is nil, the rule's own
    /// advice serves, if it speaks to the side that is under test.
    func report(
        _ rule: RuleID,
        level: Rule.Level = .must,
        _ message: String,
        expected: String? = nil,
        received: String? = nil,
        sent: String? = nil,
        difference: SignedDifference? = nil,
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
                fix: fix ?? known.flatMap { $0.speaks(toBank: contractCase.isAboutBank) ? $0.fix.en : nil }
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

extension ContractCase {
    /// Whether a bank is under test, rather than a partner or its code.
    fileprivate var isAboutBank: Bool { id.hasPrefix("bank.") }
}

extension Rule {
    /// Whether the one who is under test can keep the rule: who sends the message, or handles it.
    fileprivate func speaks(toBank: Bool) -> Bool {
        let own: Set<Subject> =
            toBank ? [.response, .webhook] : [.request, .sequence, .handling, .header, .transport]
        return !own.union([.text, .signature]).isDisjoint(with: subjects)
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
        difference: SignedDifference? = nil,
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
            difference: difference,
            cause: cause,
            fix: fix
        )
    }
}
