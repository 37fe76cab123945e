import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: what follows a call", .timeLimit(.minutes(1))) struct BankDeskTests {
    @Test func `the webhook leaves only behind the answer`() async throws {
        let partner = try TestPartner.shared.get()
        let clock = VirtualClock()
        var configuration = SandboxConfiguration()
        configuration.clock = clock
        let reception = Reception(
            projects: [Project(name: TestPartner.project, partnerKey: partner.publicKey)],
            contract: try Contract(),
            profile: .lenient
        )
        // Without an address a webhook is noted in the moment in which it would leave.
        let courier = Courier(
            url: nil,
            key: partner.bankKey,
            schedule: WebhookSchedule(),
            clock: clock,
            client: HTTPClient(),
            onDelivery: nil
        )
        let desk = BankDesk(configuration: configuration, reception: reception, courier: courier)
        let thread = try desk.startSteps()

        let started = desk.answer(try partner.request("session/init/payout", Bodies.initPayout()), from: HTTPPeer())
        let id = try #require(try JSONDocument(parsing: started.response.body).root["session"]?["id"]?.string)
        started.afterSending?()
        try await onThread { clock.settle() }
        #expect(courier.deliveries.map(\.type) == [.readyToConfirm])

        let cancelled = desk.answer(try partner.request("session/cancel", Bodies.session(id)), from: HTTPPeer())
        #expect(cancelled.response.status == 200)
        #expect(courier.deliveries.count == 1)
        #expect(!desk.catchUp(within: .zero))
        cancelled.afterSending?()
        #expect(courier.deliveries.map(\.type) == [.readyToConfirm, .paymentFinished])
        #expect(desk.catchUp(within: .zero))

        #expect(desk.stopSteps(until: .after(.seconds(10))))
        try await onThread { thread.join() }
    }
}
