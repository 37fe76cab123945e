import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutConformance
import PayoutContract
import PayoutSandbox
import PayoutVectors
import Testing

@Suite("Bank by URL", .serialized, .timeLimit(.minutes(10))) struct BankTargetTests {
    /// A report of the whole suite against a sandbox that the kit knows only by its URL.
    private func report(
        _ profile: Profile = .strict,
        change: (inout BankTarget) -> Void
    ) async throws -> SuiteReport {
        var configuration = SandboxConfiguration()
        configuration.profile = profile
        let sandbox = try Sandbox(configuration: configuration)
        defer { sandbox.stop(within: .milliseconds(100)) }
        var target = BankTarget(
            url: sandbox.url,
            project: configuration.project,
            partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem")),
            abilities: .sandbox,
            pace: 20
        )
        change(&target)
        let ready = target
        return try await onThread { try SuiteRunner(target: ready).run() }
    }

    private func outcomes(_ report: SuiteReport, needingWebhooks: Bool) -> Set<String> {
        let ids = Set(ContractCases.bank.filter { $0.needsWebhooks == needingWebhooks }.map(\.id))
        return Set(report.results.filter { ids.contains($0.id) }.map(\.outcome.name))
    }

    @Test func `without webhooks and without asking for the status the run is incomplete`() async throws {
        let report = try await report { _ in }
        #expect(outcomes(report, needingWebhooks: true) == ["not run"])
        #expect(report.summary.failed == 0)
        #expect(report.exitCode == 3)
    }

    @Test func `asking for the status proves the outcomes, and webhooks don't apply`() async throws {
        let report = try await report { $0.polls = true }
        #expect(outcomes(report, needingWebhooks: true) == ["not applicable"])
        #expect(outcomes(report, needingWebhooks: false) == ["passed"])
        #expect(report.exitCode == 0)
    }

    @Test func `a lenient bank breaks no MUST`() async throws {
        let report = try await report(.lenient) { $0.polls = true }
        let failed = report.results.filter { $0.outcome == .failed }
        #expect(failed.map { "\($0.id): \($0.findings.map(\.message))" } == [])
        #expect(report.exitCode == 0)
    }

    @Test func `without a hash no payout is started, and the run is incomplete`() async throws {
        let report = try await report { target in
            target.polls = true
            target.abilities = .none
        }
        let start = try #require(report.results.first { $0.id == "bank.start.accepted" })
        #expect(start.outcome.name == "not run")
        #expect(report.summary.failed == 0)
        #expect(report.exitCode == 3)
    }

    @Test func `payouts that are not allowed are not run`() async throws {
        let report = try await report { target in
            target.polls = true
            target.allowsPayouts = false
        }
        let ids = Set(ContractCases.bank.filter(\.movesMoney).map(\.id))
        let outcomes = report.results.filter { ids.contains($0.id) }.map(\.outcome.name)
        #expect(Set(outcomes) == ["not run"])
        #expect(report.exitCode == 3)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8131", true), ("http://localhost", true), ("http://[::1]:80", true),
        ("https://demo.bank131.ru", false), ("http://127.example.com", false), ("http://10.0.0.1", false),
    ])
    func `payouts need permission away from this machine`(url: String, isAllowed: Bool) throws {
        var target = BankTarget(
            url: try HTTPURL(url),
            project: "test_project",
            partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        )
        let start = try #require(ContractCases.named("bank.start.accepted"))
        #expect((try target.open().outcomeWithoutRunning(start) == nil) == isAllowed)
        target.allowsPayouts = true
        #expect(try target.open().outcomeWithoutRunning(start) == nil)
        target.allowsPayouts = false
        #expect(try target.open().outcomeWithoutRunning(start)?.name == "not run")
    }
}
