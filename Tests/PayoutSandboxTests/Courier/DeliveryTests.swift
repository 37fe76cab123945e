import BlockingWork
import HTTPWire
import Testing

@testable import PayoutSandbox

@Suite("Courier: delivery and repetition", .timeLimit(.minutes(10))) struct DeliveryTests {
    /// A sandbox on virtual time whose first webhook meets these answers.
    private static func deliver(
        for duration: Duration,
        _ answer: @escaping @Sendable (Int) -> HTTPResponse
    ) async throws -> (delivery: Delivery, requests: [HTTPRequest]) {
        let clock = VirtualClock()
        let listener = try WebhookListener(status: answer)
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = listener.url
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        try await onThread { clock.advance(by: duration) }
        let delivery = try #require(bench.sandbox.deliveries.first)
        try await bench.stop()
        return (delivery, listener.requests)
    }

    /// Seconds of virtual time between the first attempt and each.
    private static func seconds(_ delivery: Delivery) -> [Int64] {
        guard let first = delivery.attempts.first?.startedAt else { return [] }
        return delivery.attempts.map { first.duration(to: $0.startedAt).components.seconds }
    }

    @Test func `a webhook that is never taken is sent with growing pauses for 30 minutes`() async throws {
        let (delivery, requests) = try await Self.deliver(for: .seconds(3 * 24 * 3_600)) { _ in
            HTTPResponse(status: 500)
        }
        #expect(Self.seconds(delivery) == [0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 1_023])
        #expect(delivery.outcome == .abandoned)
        #expect(
            delivery.summary == "webhook ready_to_confirm \(delivery.sessionID) answered 500, attempt 11, given up"
        )
        #expect(delivery.attempts.allSatisfy { $0.result == .answered(status: 500) })
        // Between the attempts the confirmation times out, which brings a webhook of its own.
        let same = requests.filter { $0.body == delivery.body }
        #expect(same.count == 11)
        #expect(Set(same.map { $0.headers["X-PARTNER-SIGN"] }) == [delivery.signature])
    }

    @Test func `the first 200 ends it`() async throws {
        let (delivery, requests) = try await Self.deliver(for: .seconds(3_600)) { number in
            HTTPResponse(status: number < 4 ? 503 : 200)
        }
        #expect(Self.seconds(delivery) == [0, 1, 3, 7])
        #expect(delivery.outcome == .delivered)
        #expect(requests.count == 4)
    }

    @Test(arguments: [201, 202, 204])
    func `another 2xx ends it with a note`(_ status: Int) async throws {
        let (delivery, _) = try await Self.deliver(for: .seconds(3_600)) { _ in HTTPResponse(status: status) }
        #expect(delivery.outcome == .deliveredWithNote(status: status))
        #expect(delivery.attempts.count == 1)
    }

    @Test(arguments: [301, 302, 307, 308])
    func `a redirect is not followed and counts as failure`(_ status: Int) async throws {
        let target = try WebhookListener()
        let address = target.url.description
        let (delivery, _) = try await Self.deliver(for: .seconds(1)) { _ in
            HTTPResponse(status: status, headers: ["Location": address])
        }
        #expect(delivery.attempts.map(\.result) == [.answered(status: status), .answered(status: status)])
        #expect(delivery.outcome == .pending)
        #expect(target.requests.isEmpty)
    }

    @Test func `nobody at the address counts as failure`() async throws {
        let clock = VirtualClock()
        let gone = try WebhookListener()
        gone.stop()
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = gone.url
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        try await onThread { clock.settle() }
        let delivery = try #require(bench.sandbox.deliveries.first)
        #expect(delivery.attempts.map(\.result) == [.failed(reason: "connection_refused")])
        #expect(delivery.outcome == .pending)

        let there = try WebhookListener()
        bench.sandbox.setWebhookURL(there.url)
        try await onThread { clock.advance(by: .seconds(1)) }
        #expect(bench.sandbox.deliveries.first?.outcome == .delivered)
        #expect(there.requests.count == 1)
        try await bench.stop()
    }

    @Test func `webhooks leave in the order in which they fall due`() async throws {
        let clock = VirtualClock()
        let listener = try WebhookListener { HTTPResponse(status: $0 == 1 ? 500 : 200) }
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = listener.url
            configuration.timing.settlement = .milliseconds(500)
        }
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        let id = try #require(try said.text("/session/id"))
        try await onThread { clock.settle() }
        _ = try await bench.call("session/confirm", Bodies.session(id))
        try await onThread { clock.advance(by: .seconds(2)) }
        let types = try listener.requests.map { try $0.webhookText("/type") }
        #expect(types == ["ready_to_confirm", "payment_finished", "ready_to_confirm"])
        try await bench.stop()
    }

    @Test func `the confirmation times out on virtual time`() async throws {
        let clock = VirtualClock()
        let listener = try WebhookListener()
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = listener.url
        }
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        let id = try #require(try said.text("/session/id"))
        try await onThread { clock.advance(by: .seconds(240 * 60)) }
        #expect(bench.sandbox.session(id: id)?.errorCode == "confirm_timeout")
        #expect(try listener.requests.last?.webhookText("/session/status") == "cancelled")
        #expect(try listener.requests.last?.webhookText("/session/updated_at") == "2025-05-27T06:03:00.000000Z")
        try await bench.stop()
    }

    @Test func `a schedule in real time can be made short`() async throws {
        let listener = try WebhookListener { HTTPResponse(status: $0 < 3 ? 500 : 200) }
        let bench = try SandboxBench { configuration in
            configuration.webhookURL = listener.url
            configuration.schedule = WebhookSchedule().scaled(by: 0.001)
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await bench.deliveries(count: 1).map(\.outcome) == [.delivered])
        #expect(bench.sandbox.deliveries.first?.attempts.count == 3)
        try await bench.stop()
    }

    @Test func `a partner that does not answer costs one attempt and no more`() async throws {
        let slow = try HTTPServer { _, _ in
            HTTPReply(HTTPResponse(status: 200), fault: .delay(.seconds(30)))
        }
        let clock = VirtualClock()
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = try HTTPURL("http://127.0.0.1:\(slow.port)/")
            configuration.schedule.timeout = .milliseconds(50)
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        try await onThread { clock.settle() }
        #expect(bench.sandbox.deliveries.first?.attempts.map(\.result) == [.failed(reason: "timeout")])
        slow.stop(within: .zero)
        try await bench.stop()
    }
}
