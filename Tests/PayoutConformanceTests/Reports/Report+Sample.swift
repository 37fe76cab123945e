import PayoutConformance
import PayoutVectors

extension SuiteReport {
    /// A report with one case of each outcome.
    static let sample = SuiteReport(
        suite: "bank",
        target: "bank at http://127.0.0.1:8131/",
        results: [
            sample("a.passed", .passed),
            sample("a.warned", .warned, .should),
            sample("a.failed", .failed, .must),
            sample("a.known", .knownFailing, .must),
            sample("a.not-run", .notRun("no hash <&>")),
            sample("a.not-applicable", .notApplicable("no widget")),
        ],
        duration: .milliseconds(1_042)
    )

    private static func sample(_ id: String, _ outcome: Outcome, _ level: Rule.Level? = nil) -> CaseResult {
        let contractCase = ContractCase(id: id, title: "title of \(id)", rules: ["SIG.KEY"], twin: "a.passed") { _ in }
        let finding = level.map { level in
            CaseFinding(
                rule: "SIG.KEY",
                level: level,
                message: "the bank accepted it",
                statement: "The signature is made with the sender's own key.",
                expected: "a refusal with <error.code>",
                received: "HTTP 200 {\"status\":\"ok\"}\u{1B}",
                sent: "POST /api/v1/token {}",
                fix: "verify the signature"
            )
        }
        return CaseResult(
            of: contractCase,
            outcome: outcome,
            findings: [finding].compactMap(\.self),
            duration: .milliseconds(7)
        )
    }
}
