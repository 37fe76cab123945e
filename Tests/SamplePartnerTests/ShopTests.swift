import PayoutConformance
import PayoutContract
import PayoutTesting
import Testing

/// What a partner writes: one test a role, and one result a case.
@Suite("Sample: a shop", .tags(.payoutContract)) struct ShopTests {
    @Test(.contract(ContractCases.signer, signer: Shop()), arguments: ContractCases.signer)
    func `the shop signs and verifies`(_ contractCase: ContractCase) async throws {
        try await expectConforms(contractCase)
    }

    @Test(.contract(ContractCases.bankClient, client: Shop()), arguments: ContractCases.bankClient)
    func `the shop writes requests`(_ contractCase: ContractCase) async throws {
        try await expectConforms(contractCase)
    }

    @Test(.contract(ContractCases.webhookReceiver, receiver: Shop()), arguments: ContractCases.webhookReceiver)
    func `the shop takes webhooks`(_ contractCase: ContractCase) async throws {
        try await expectConforms(contractCase)
    }

    @Test func `a body of the shop's own is right`() throws {
        let status = try #require(MessageType(name: "session/status", api: .v2))
        var input = RequestInput()
        input.sessionID = "ps_3230"
        try expectConforms(Shop().body(of: .status, api: .v2, input: input), as: status)
    }
}
