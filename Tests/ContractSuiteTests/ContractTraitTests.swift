import PayoutConformance
import PayoutTesting
import Testing

/// A partner's test has to fail, at the partner's own line, when the partner's code is wrong.
@Suite("Trait contract") struct ContractTraitTests {
    /// Takes every signature, and confirms whatever comes.
    private struct CarelessShop: PartnerSigner, WebhookReceiver {
        func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String { "signature" }

        func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool { true }

        func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction {
            WebhookReaction(status: 200, action: .confirm, sessionID: webhook.orders.first?.sessionID)
        }
    }

    private static func cases(_ ids: String...) -> [ContractCase] { ids.compactMap(ContractCases.named) }

    @Test(
        .contract(cases("adapter.sign.confirm"), signer: CarelessShop()),
        arguments: cases("adapter.sign.confirm")
    )
    func `a wrong signature is an issue at the test's own line`(_ contractCase: ContractCase) async throws {
        let line = #line + 2
        try await withKnownIssue {
            try await expectConforms(contractCase)
        } matching: { issue in
            issue.sourceLocation?.line == line && issue.sourceLocation?.fileName == "ContractTraitTests.swift"
                && issue.severity == .error && issue.comments.contains { $0.rawValue.contains("SIG.BASE64") }
        }
    }

    @Test(
        .contract(cases("adapter.webhook.v1.finished.accepted"), receiver: CarelessShop()),
        arguments: cases("adapter.webhook.v1.finished.accepted")
    )
    func `a confirmation of what is over is an issue`(_ contractCase: ContractCase) async throws {
        try await withKnownIssue {
            try await expectConforms(contractCase)
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("CONFIRM.MATCHES_ORDER") }
        }
    }

    @Test func `without a target there is no verdict`() async throws {
        let contractCase = try #require(ContractCases.named("adapter.sign.confirm"))
        await #expect(throws: NoTargetError.self) { try await expectConforms(contractCase) }
    }

    @Test(.contract(cases("bank.create.accepted"), on: EmbeddedBank()), arguments: cases("bank.create.accepted"))
    func `any target can be named`(_ contractCase: ContractCase) async throws {
        try await expectConforms(contractCase)
    }

    @Test func `the lists of the roles are all of the adapter suite`() {
        let roles = ContractCases.signer + ContractCases.bankClient + ContractCases.webhookReceiver
        #expect(Set(roles.map(\.id)) == Set(ContractCases.adapter.map(\.id)))
        #expect(roles.count == ContractCases.adapter.count)
        #expect(ContractCases.signer.count > 80)
        #expect(ContractCases.bankClient.count > 80)
        #expect(ContractCases.webhookReceiver.count > 80)
    }
}
