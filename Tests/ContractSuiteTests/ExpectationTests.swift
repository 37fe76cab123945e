import PayoutConformance
import PayoutContract
import PayoutTesting
import PayoutVectors
import Testing

@Suite("Expectations for partners' tests") struct ExpectationTests {
    private let create = MessageType(name: "session/create", api: .v1)

    private func result(_ level: Rule.Level, _ outcome: Outcome, findings: [CaseFinding] = []) -> CaseResult {
        let contractCase = ContractCase(id: "a", title: "a", rules: ["SIG.KEY"], level: level) { _ in }
        return CaseResult(of: contractCase, outcome: outcome, findings: findings, duration: .zero)
    }

    @Test func `a right payload raises no issue`() throws {
        try expectConforms(#"{"metadata":"good"}"#, as: #require(create))
    }

    @Test func `a wrong payload raises an issue that names the rule`() throws {
        let create = try #require(create)
        try withKnownIssue {
            try expectConforms(#"{"amount_details":{"amount":100.00,"currency":"rub"}}"#, as: create)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("AMOUNT.MINOR_UNITS") } && issue.severity == .error
        }
    }

    @Test func `a passed case raises no issue`() throws {
        try expectPassed(result(.must, .passed))
    }

    @Test func `a failed case raises an issue that names the rule`() throws {
        let finding = CaseFinding(rule: "SIG.KEY", level: .must, message: "is wrong")
        try withKnownIssue {
            try expectPassed(result(.must, .failed, findings: [finding]))
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("SIG.KEY") } && issue.severity == .error
        }
    }

    @Test func `a failed case without a finding raises an issue all the same`() {
        withKnownIssue { try expectPassed(result(.must, .failed)) }
    }

    @Test func `a MUST that was not run is never a green test`() throws {
        try withKnownIssue {
            try expectPassed(result(.must, .notRun("no hash")))
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("no hash") } && issue.severity == .error
        }
    }

    @Test func `a case of one's own choice runs with its twin`() async throws {
        let contractCase = try #require(ContractCases.named("bank.create.wrong-key"))
        try await expectPasses(contractCase, on: EmbeddedBank())
    }

    @Test func `a case that is not part of a run is an error`() async throws {
        let run = SharedRun(of: [.passing("a")]) { EmbeddedBank() }
        let error = await #expect(throws: MissingCaseError.self) { _ = try await run.result(of: .passing("b")) }
        #expect(error?.id == "b")
    }

    @Test func `what the target's closure throws, every result throws`() async {
        let wrong = EnvironmentError(variable: "PAYOUT_PROJECT", reason: "is missing")
        let run = SharedRun(of: [.passing("a")]) { throw wrong }
        for _ in 0..<2 {
            let error = await #expect(throws: EnvironmentError.self) { _ = try await run.result(of: .passing("a")) }
            #expect(error == wrong)
        }
    }
}

extension ContractCase {
    fileprivate static func passing(_ id: String) -> ContractCase {
        ContractCase(id: id, title: id, rules: ["SIG.KEY"]) { _ in }
    }
}
