import BlockingWork
import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@Suite("An adapter by the contract of another day", .timeLimit(.minutes(10))) struct AdapterContractTests {
    private func brokenRules(by contract: Contract?) async throws -> Set<RuleID> {
        let parts = PartnerParts(name: "payer to Moneta", client: MonetaClient())
        let cases = ContractCases.bankClient.filter { $0.id == "adapter.encode.v1.session-start-payout.plain" }
        let report = try await onThread {
            try SuiteRunner(suite: "adapter", cases: cases, target: InProcessPartner(parts, contract: contract)).run()
        }
        return Set(report.results.flatMap(\.findings).map(\.rule))
    }

    @Test func `a body is held against the contract that is given`() async throws {
        let before = try Contract(vectors: VectorSet.embedded.revision(named: "2026-02-24"))
        #expect(try await !brokenRules(by: nil).contains("MEMBER.VALUE"))
        #expect(try await brokenRules(by: before).contains("MEMBER.VALUE"))
    }
}

/// A partner who pays to a kind of wallet that came late.
private struct MonetaClient: BankClient {
    func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8] {
        JSONWriter()
            .write([
                "session_id": "ps_3230",
                "payment_method": ["type": "wallet", "wallet": ["type": "moneta", "moneta": ["account": "12345678"]]],
                "amount_details": ["amount": 10_000, "currency": "rub"],
            ])
    }
}
