import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: the flow over sockets", .timeLimit(.minutes(10))) struct SandboxFlowTests {
    @Test func `a payout goes from the token to payment_finished`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        let bankKey = bench.partner.bankKey.publicKey

        let hash = try await bench.hash(of: "4242424242424242")
        let info = try await bench.call(
            "token/info",
            #"{"type":"card","card":{"type":"encrypted_card","encrypted_card":{"number_hash":"\#(hash)"}}}"#
        )
        #expect(try info.text("/info/last4") == "4242")
        #expect(try info.text("/info/brand") == "visa")

        let created = try await bench.call("session/create", #"{"metadata":"good"}"#)
        let id = try #require(try created.text("/session/id"))
        let started = try await bench.call("session/start/payout", Bodies.start(id, hash: hash))
        #expect(started.response.status == 200)
        #expect(started.findingCount == 0)

        let ready = try #require(try await listener.requests(count: 1).first)
        #expect(ready.method == "POST")
        #expect(ready.target == "/hook")
        #expect(ready.headers["Content-Type"] == "application/json")
        #expect(ready.isSigned(by: bankKey))
        #expect(try ready.webhookText("/type") == "ready_to_confirm")
        #expect(try ready.webhookText("/session/id") == id)
        #expect(bench.sandbox.session(id: id)?.state == .awaitingConfirmation)

        #expect(try await bench.call("session/confirm", Bodies.session(id)).response.status == 200)
        let finished = try #require(try await listener.requests(count: 2).last)
        #expect(finished.isSigned(by: bankKey))
        #expect(try finished.webhookText("/type") == "payment_finished")
        #expect(try finished.webhookText("/session/payments/0/status") == "succeeded")
        #expect(bench.sandbox.session(id: id)?.payoutStatus == "succeeded")
        #expect(try await bench.deliveries(count: 2).map(\.outcome) == [.delivered, .delivered])
        try await bench.stop()
    }

    @Test func `cancelling ends with payment_finished`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        let id = try #require(try said.text("/session/id"))
        _ = try await listener.requests(count: 1)
        #expect(try await bench.call("session/cancel", Bodies.session(id)).response.status == 200)
        let finished = try #require(try await listener.requests(count: 2).last)
        #expect(try finished.webhookText("/session/status") == "cancelled")
        #expect(try finished.webhookText("/session/error/code") == "session_cancelled_by_partner")
        try await bench.stop()
    }

    @Test func `the hash of the bank's page is known from the start`() async throws {
        let bench = try SandboxBench()
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try said.text("/session/payments/0/payment_method/card/last4") == "4940")
        try await bench.stop()
    }

    @Test func `a webhook without an address is noted`() async throws {
        let bench = try SandboxBench()
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        let deliveries = try await bench.deliveries(count: 1)
        #expect(deliveries.map(\.outcome) == [.unaddressed])
        #expect(deliveries.first?.attempts.isEmpty == true)
        try await bench.stop()
    }

    @Test func `a webhook address given later is used`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench()
        bench.sandbox.setWebhookURL(listener.url)
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await listener.requests(count: 1).count == 1)
        try await bench.stop()
    }

    @Test func `several partners at once each get their own payout`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let body = Bodies.initPayout(metadata: "\(number)")
                    let said = try await bench.call("session/init/payout", body)
                    return try #require(try said.text("/session/id"))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(ids).count == 40)
        let hooks = try await listener.requests(count: 40)
        #expect(try Set(hooks.compactMap { try $0.webhookText("/session/id") }) == Set(ids))
        try await bench.stop()
    }

    @Test func `the overview names every path`() async throws {
        let bench = try SandboxBench()
        let said = try await bench.send(HTTPRequest(method: "GET", target: "/"))
        let text = String(decoding: said.response.body, as: UTF8.self)
        #expect(said.response.status == 200)
        #expect(said.response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(text.contains("POST /api/v1/session/start/payout"))
        #expect(text.contains("/widget/tokenize"))
        #expect(text.contains("...0002"))
        #expect(said.findingCount == 0)
        try await bench.stop()
    }

    @Test func `stop frees the port, and a second stop does nothing`() async throws {
        // Another test may be given the port in the moment between, so one success in a few tries is the proof.
        var isFreed = false
        for _ in 0..<5 where !isFreed {
            let bench = try SandboxBench()
            let port = bench.sandbox.port
            try await bench.stop()
            try await bench.stop()
            guard let again = try? SandboxBench({ $0.port = port }) else { continue }
            isFreed = again.sandbox.port == port
            try await again.stop()
        }
        #expect(isFreed)
    }

    @Test func `a taken port is a clear error`() async throws {
        let bench = try SandboxBench()
        let error = #expect(throws: SandboxError.self) { try SandboxBench { $0.port = bench.sandbox.port } }
        #expect(error?.code == .addressInUse)
        try await bench.stop()
    }
}
