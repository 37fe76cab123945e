import BlockingWork
import HTTPWire
import PayoutConformance
import PayoutVectors
import Testing

@testable import ConformanceZoo

/// The proof that the suites bite: each specimen fails by the case and the rule that its fault calls for.
@Suite("Zoo", .timeLimit(.minutes(10))) struct ZooTests {
    /// A specimen mostly waits, so several at once are quick; all at once would starve each other.
    private static let gate = Gate(width: 8)

    @Test func `the unbroken bank behind the same front passes everything`() async throws {
        let report = try await onThread { try SuiteRunner(target: BrokenBank.unbroken).run() }
        let wrong = report.results.filter { $0.outcome != .passed }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.exitCode == 0)
    }

    @Test func `the unbroken partner passes everything`() async throws {
        let target = InProcessPartner(ReferencePartner.parts())
        let report = try await onThread {
            try SuiteRunner(suite: "adapter", cases: ContractCases.adapter, target: target).run()
        }
        let wrong = report.results.filter { $0.outcome != .passed }
        #expect(wrong.map { "\($0.id): \($0.outcome) \($0.findings.map(\.message))" } == [])
        #expect(report.results.count > 300)
    }

    @Test(arguments: Zoo.all)
    func `a specimen is caught by the case that names the rule`(_ specimen: Specimen) async throws {
        let observation = try await Self.gate.pass { try await onThread { try Zoo.observe(specimen) } }
        let found = observation.result.findings.map { "\($0.rule.rawValue): \($0.message)" }
        #expect(observation.isCaught, "\(observation.result.outcome) \(found)")
    }

    @Test func `no two specimens of a suite have the same name`() {
        let names = Zoo.all.map { "\($0.suite): \($0.name)" }
        #expect(Set(names).count == names.count)
    }

    @Test func `a webhook whose body was written anew after signing is told as that`() async throws {
        let breakage = try #require(Breakage.webhooks.first { $0.name == "writes a webhook anew after signing it" })
        let contractCase = try #require(ContractCases.named(breakage.caseID))
        let report = try await onThread {
            try SuiteRunner(cases: [contractCase], target: BrokenBank(breakage: breakage)).run()
        }
        let finding = try #require(report.results.last?.findings.first { $0.rule == "SIG.BYTES" })
        #expect(finding.cause?.contains("the JSON was signed without blanks between its parts") == true)
        #expect(finding.fix?.contains("serialise once") == true)
    }

    @Test(arguments: [
        ("signs a line break too", "a line break"), ("signs with SHA-1", "SHA-1"),
        ("signs the digest in hexadecimal", "hexadecimal"), ("writes base64url", "base64url"),
    ])
    func `a partner is told which mistake explains its signature`(name: String, words: String) async throws {
        let specimen = try #require(Zoo.all.first { $0.name == name })
        let observation = try await onThread { try Zoo.observe(specimen) }
        let cause = try #require(observation.result.findings.first { $0.rule == specimen.rule }?.cause)
        #expect(cause.contains(": ") && cause.contains(words), "\(cause)")
    }
}
