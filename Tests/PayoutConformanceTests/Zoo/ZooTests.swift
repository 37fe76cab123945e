import HTTPWire
import PayoutConformance
import PayoutVectors
import Testing

/// The proof that the suite bites: each broken bank fails by the case and the rule that its fault calls for.
@Suite("Zoo of broken banks", .timeLimit(.minutes(5))) struct ZooTests {
    static let breakages =
        Breakage.signatures + Breakage.bodies + Breakage.answers + Breakage.lifecycle + Breakage.webhooks

    @Test func `the unbroken bank behind the same front passes everything`() async throws {
        let report = try await onThread { try SuiteRunner(target: BrokenBank(breakage: .none)).run() }
        let wrong = report.results.filter { $0.outcome != .passed }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.exitCode == 0)
    }

    @Test(arguments: breakages)
    func `a broken bank fails by the case that names the rule`(_ breakage: Breakage) async throws {
        let contractCase = try #require(ContractCases.named(breakage.caseID))
        let cases = [contractCase.twin.flatMap(ContractCases.named), contractCase].compactMap(\.self)
        let report = try await onThread { try SuiteRunner(cases: cases, target: BrokenBank(breakage: breakage)).run() }
        let result = try #require(report.results.last)
        let broken = result.findings.filter { $0.level == .must }.map(\.rule)
        #expect(result.outcome == .failed)
        #expect(broken.contains(breakage.rule), "named \(broken.map(\.rawValue)): \(result.findings.map(\.message))")
        #expect(report.exitCode == 1)
    }

    @Test func `a webhook whose body was written anew after signing is told as that`() async throws {
        let breakage = try #require(Breakage.webhooks.first { $0.name == "writes a webhook anew after signing it" })
        let contractCase = try #require(ContractCases.named(breakage.caseID))
        let report = try await onThread {
            try SuiteRunner(cases: [contractCase], target: BrokenBank(breakage: breakage)).run()
        }
        let finding = try #require(report.results.last?.findings.first { $0.rule == "SIG.BYTES" })
        #expect(finding.message.contains("the JSON was signed without blanks between its parts"))
        #expect(finding.fix?.contains("serialise once") == true)
    }
}
