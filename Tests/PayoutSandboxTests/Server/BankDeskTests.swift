import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: what follows a call", .timeLimit(.minutes(10))) struct BankDeskTests {
    @Test func `the webhook leaves only behind the answer`() async throws {
        let partner = try TestPartner.shared.get()
        let clock = VirtualClock()
        var configuration = SandboxConfiguration()
        configuration.clock = clock
        // Without an address a webhook is noted in the moment in which it would leave.
        let sandbox = try Sandbox(configuration: configuration)
        let (desk, door, courier) = (sandbox.desk, sandbox.door, sandbox.desk.courier)

        let started = door.answer(try partner.request("session/init/payout", Bodies.initPayout()), from: HTTPPeer())
        let id = try #require(try JSONDocument(parsing: started.response.body).root["session"]?["id"]?.string)
        started.afterSending?()
        try await onThread { clock.settle() }
        #expect(courier.deliveries.map(\.type) == [.readyToConfirm])

        let cancelled = door.answer(try partner.request("session/cancel", Bodies.session(id)), from: HTTPPeer())
        #expect(cancelled.response.status == 200)
        #expect(courier.deliveries.count == 1)
        #expect(!desk.catchUp(within: .zero))
        cancelled.afterSending?()
        #expect(courier.deliveries.map(\.type) == [.readyToConfirm, .paymentFinished])
        #expect(desk.catchUp(within: .zero))
        try await onThread { sandbox.stop() }
    }

    @Test func `payouts that have ended leave nothing on the agenda`() async throws {
        let partner = try TestPartner.shared.get()
        var configuration = SandboxConfiguration()
        configuration.exchangeLimit = 2
        configuration.clearingInterval = 64
        let sandbox = try Sandbox(configuration: configuration)
        let start = try partner.request("session/init/payout", Bodies.initPayout())
        let count = configuration.clearingInterval
        try await onThread {
            for _ in 0..<count {
                let reply = sandbox.door.answer(start, from: HTTPPeer())
                reply.afterSending?()
                let id = try #require(sandbox.exchanges.last?.sessionID)
                let confirm = sandbox.door.answer(
                    try partner.request("session/confirm", Bodies.session(id)),
                    from: HTTPPeer()
                )
                confirm.afterSending?()
            }
        }
        #expect(sandbox.session(id: sandbox.sessions[0].id)?.state == .accepted)
        #expect(sandbox.desk.scheduledStepCount < 8)
        try await onThread { sandbox.stop() }
    }
}
