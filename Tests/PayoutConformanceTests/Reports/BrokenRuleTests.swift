import PayoutVectors
import Testing

@testable import PayoutConformance

@Suite("Broken rules of a run") struct BrokenRuleTests {
    private static func result(_ id: String, _ findings: [(RuleID, Rule.Level)], _ outcome: Outcome) -> CaseResult {
        CaseResult(
            of: ContractCase(id: id, title: "t", rules: ["SIG.KEY"]) { _ in },
            outcome: outcome,
            findings: findings.map { CaseFinding(rule: $0.0, level: $0.1, message: "m") },
            duration: .zero
        )
    }

    private static func report(_ results: [CaseResult]) -> SuiteReport {
        SuiteReport(suite: "adapter", target: "t", results: results, duration: .zero)
    }

    @Test func `those with the most failed cases stand first, each case counting once`() {
        let report = Self.report([
            Self.result("a.1", [("SIG.KEY", .must), ("SIG.KEY", .must)], .failed),
            Self.result("a.2", [("SIG.BYTES", .must), ("ERROR.CODE", .should)], .failed),
            Self.result("a.3", [("SIG.BYTES", .must)], .failed),
            Self.result("a.4", [("ERROR.CODE", .should)], .warned),
            Self.result("a.5", [("SIG.KEY", .must)], .knownFailing),
        ])
        #expect(report.brokenRules.map(\.rule) == ["SIG.BYTES", "SIG.KEY", "ERROR.CODE"])
        #expect(
            report.brokenRules.map(\.summary) == ["2 cases, first: a.2", "1 case: a.1", "2 warnings, first: a.2"]
        )
    }

    @Test func `the terminal lists as many as one can take in, and nothing where none is broken`() {
        let results = (10..<30).map { Self.result("a.\($0)", [(RuleID(rawValue: "X.\($0)"), .must)], .failed) }
        let text = TerminalReport().summary(of: Self.report(results))
        #expect(text.contains("  X.21  1 case: a.21\n  and 8 more\n\nt: 20 cases"))
        #expect(!TerminalReport().summary(of: Self.report([])).contains("Broken rules"))
    }

    @Test func `a finding without advice of its own gives that of the rule, where it speaks to who is under test`() {
        func fix(_ rule: RuleID, in id: String) -> String? {
            let contractCase = ContractCase(id: id, title: "t", rules: [rule]) { _ in }
            let context = CaseContext(for: contractCase, on: NoConnection())
            context.report(rule, "m")
            return context.findings.first?.fix
        }
        #expect(fix("CONFIRM.ONCE", in: "adapter.x") == "Store that the confirmation was sent, with the session.")
        #expect(fix("CONFIRM.ONCE", in: "bank.x") == nil)
        #expect(fix("PAYOUT.COMPLETE", in: "bank.x") == "Add payment_method and amount_details.")
        #expect(fix("PAYOUT.COMPLETE", in: "partner.x") == nil)
    }
}

/// A target that is never reached.
private struct NoConnection: TargetConnection {
    var pace: Int { 1 }

    func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome? { nil }

    func close() {}
}
