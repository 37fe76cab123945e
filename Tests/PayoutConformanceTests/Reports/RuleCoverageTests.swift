import PayoutConformance
import PayoutContract
import PayoutVectors
import Testing

@Suite("Coverage of rules") struct RuleCoverageTests {
    private func coverage(_ rule: RuleID, _ results: [CaseResult]) throws -> RuleCoverage {
        let report = SuiteReport(suite: "bank", target: "t", results: results, duration: .zero)
        let all = RuleCoverage.of(report, in: try Contract.embedded().rules())
        #expect(all.count == (try Contract.embedded().rules().all.count))
        return try #require(all.first { $0.rule.id == rule })
    }

    private func result(_ id: String, _ rule: RuleID, _ outcome: Outcome, broken: RuleID? = nil) -> CaseResult {
        let findings = broken.map { [CaseFinding(rule: $0, level: .must, message: "is wrong")] } ?? []
        let contractCase = ContractCase(id: id, title: id, rules: [rule]) { _ in }
        return CaseResult(of: contractCase, outcome: outcome, findings: findings, duration: .zero)
    }

    @Test func `a rule is exercised by the cases that gave a verdict`() throws {
        let results = [
            result("bank.a", "SIG.KEY", .passed), result("bank.b", "SIG.KEY", .failed, broken: "SIG.KEY"),
            result("bank.c", "SIG.KEY", .notRun("no hash")),
        ]
        let found = try coverage("SIG.KEY", results)
        #expect(found.extent == .exercised(2))
        #expect(found.brokenCount == 1)
    }

    @Test func `a rule whose cases gave no verdict is not exercised, and says why`() throws {
        let found = try coverage("SIG.KEY", [result("bank.a", "SIG.KEY", .notRun("no hash"))])
        #expect(found.extent == .none("no case gave a verdict: no hash"))
    }

    @Test func `a rule of bodies is judged in passing in the answers of a bank`() throws {
        #expect(try coverage("DATE.DAY", [result("bank.a", "SIG.KEY", .passed)]).extent == .inPassing)
    }

    @Test func `a rule of bodies is judged in passing in the calls of a partner`() throws {
        #expect(try coverage("PURPOSE.LENGTH", [result("partner.a", "SIG.KEY", .passed)]).extent == .inPassing)
    }

    @Test func `a rule whose cases were left out names their suite`() throws {
        let found = try coverage("CONFIRM.MATCHES_ORDER", [result("bank.a", "SIG.KEY", .passed)])
        #expect(found.extent == .none("its cases were not part of this run; the suites partner, adapter have some"))
    }
}
