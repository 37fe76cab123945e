import BlockingWork
import HTTPWire
import PayoutContract
import Testing

@testable import PayoutSandbox

@Suite("Courier: who waits for whom", .timeLimit(.minutes(10))) struct LaneTests {
    @Test func `a partner that never answers holds up neither others nor its own further sessions`() async throws {
        let hanging = try HTTPServer { request, _ in
            // Only the first webhook hangs.
            request.body.isEmpty
                ? HTTPReply(HTTPResponse(status: 200)) : .later(HTTPReplyPromise(timeout: .seconds(500)))
        }
        let listener = try WebhookListener()
        let bench = try SandboxBench { configuration in
            configuration.projects.append(SandboxProject(name: "other"))
            // Whoever waited for the answer that never comes would come later than the listener waits for him.
            configuration.schedule.timeout = .seconds(500)
            configuration.projects[0].webhookURL = try HTTPURL("http://127.0.0.1:\(hanging.port)/")
            configuration.projects[1].webhookURL = listener.url
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        var request = try bench.partner.request("session/init/payout", Bodies.initPayout())
        request.headers["X-PARTNER-PROJECT"] = "other"
        _ = try await bench.send(request)
        #expect(try await listener.requests(count: 1).count == 1)
        bench.sandbox.setWebhookURL(listener.url)
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await listener.requests(count: 2).count == 2)
        #expect(bench.sandbox.deliveries.first?.attempts.isEmpty == true)
        hanging.stop(within: .zero)
        try await bench.stop()
    }

    @Test func `webhooks of one session are never under way together`() async throws {
        let underWay = Monitor((now: 0, most: 0))
        let listener = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 4)) { _, _ in
            underWay.update { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            // It is no longer under way before its answer can be seen: the next one may follow at once.
            underWay.wait(until: .after(.milliseconds(20))) { $0.now > 1 ? () : nil }
            underWay.update { $0.now -= 1 }
            return HTTPReply(HTTPResponse(status: 200))
        }
        let bench = try SandboxBench { $0.webhookURL = try HTTPURL("http://127.0.0.1:\(listener.port)/") }
        let id = try #require(try await bench.call("session/create", "{}").text("/session/id"))
        for _ in 0..<5 { try bench.sandbox.sendWebhook(.paymentFinished, about: id) }
        _ = try await bench.deliveries(count: 5)
        #expect(underWay.withLock { $0.most } == 1)
        listener.stop(within: .zero)
        try await bench.stop()
    }

    @Test func `a schedule of three days runs at once, and the same seed gives the same order`() async throws {
        func run() async throws -> [String] {
            let clock = VirtualClock()
            let bench = try SandboxBench { configuration in
                configuration.clock = clock
                configuration.webhookURL = try HTTPURL("http://127.0.0.1:1/")
                configuration.schedule.lifetime = .seconds(3 * 86_400)
                configuration.timing.confirmation = .seconds(86_400)
            }
            for _ in 0..<3 { _ = try await bench.call("session/init/payout", Bodies.initPayout()) }
            try await onThread { clock.advance(by: .seconds(4 * 86_400)) }
            let attempts = bench.sandbox.deliveries.flatMap { delivery in
                delivery.attempts.map { "\($0.startedAt) \(delivery.id) \(delivery.sessionID) \(delivery.type)" }
            }
            #expect(bench.sandbox.deliveries.map(\.outcome).allSatisfy { $0 == .abandoned || $0 == .pending })
            try await bench.stop()
            return attempts.sorted()
        }
        let first = try await run()
        #expect(try await run() == first)
        #expect(first.count > 1_500)
    }
}
