import BlockingWork
import HTTPWire
import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Orders: answers", .timeLimit(.minutes(10))) struct AnswerOrderTests {
    /// Sends `session/init/payout` under an order; the error of the client, or the answer.
    private static func run(
        _ order: AnswerOrder
    ) async throws -> (Result<HTTPResponse, HTTPError>, Sandbox, SandboxBench) {
        let bench = try SandboxBench()
        try bench.sandbox.order(order)
        let request = try bench.partner.request("session/init/payout", Bodies.initPayout())
        let (client, url) = (bench.client, bench.sandbox.url)
        let result = try await onThread {
            Result { () throws(HTTPError) in try client.send(request, to: url, timeout: .seconds(10)) }
        }
        return (result, bench.sandbox, bench)
    }

    @Test(arguments: [AnswerFault.drop, .reset, .truncatedBody, .wrongLength(by: 10)])
    func `an answer that is lost leaves its effect`(_ fault: AnswerFault) async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(fault))
        #expect(throws: HTTPError.self) { try result.get() }
        #expect(sandbox.sessions.count == 1)
        #expect(sandbox.exchanges.count == 1)
        _ = try await bench.deliveries(count: 1)
        #expect(sandbox.session(id: sandbox.sessions[0].id)?.state == .awaitingConfirmation)
        try await bench.stop()
    }

    @Test(arguments: [AnswerFault.status(502), .errorPage(503)])
    func `a status behind the effect`(_ fault: AnswerFault) async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(fault))
        let response = try result.get()
        #expect([502, 503].contains(response.status))
        #expect(response.body.isEmpty == (fault == .status(502)))
        #expect(sandbox.sessions.count == 1)
        try await bench.stop()
    }

    @Test func `without effect nothing happens`() async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(.status(502), effect: .none))
        #expect(try result.get().status == 502)
        #expect(sandbox.sessions.isEmpty)
        try await bench.stop()
    }

    @Test func `a refusal by order has its code and no effect`() async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(.refusal(code: "internal_error")))
        let said = SaidOnWire(response: try result.get())
        #expect(try said.text("/error/code") == "internal_error")
        #expect(sandbox.sessions.isEmpty)
        #expect(try await bench.call("session/init/payout", Bodies.initPayout()).response.status == 200)
        try await bench.stop()
    }

    @Test func `a refusal by order comes in the form that is ordered`() async throws {
        let fault = AnswerFault.refusal(code: "operation_rejected", status: 200, envelope: .bare)
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(fault))
        let said = SaidOnWire(response: try result.get())
        #expect(said.response.status == 200)
        #expect(try said.text("/error/code") == "operation_rejected")
        #expect(try JSONDocument(parsing: said.response.body).root["status"] == nil)
        #expect(sandbox.sessions.isEmpty)
        try await bench.stop()
    }

    @Test func `a call that counts as a repeat is carried out and refused`() async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(.repeated(description: "again")))
        let said = SaidOnWire(response: try result.get())
        #expect(said.response.status == 400)
        #expect(try said.text("/error/code") == "idempotency_key_already_exists")
        #expect(try said.text("/error/description") == "again")
        #expect(sandbox.sessions.count == 1)
        try await bench.stop()
    }

    @Test(arguments: [AnswerFault.delay(.milliseconds(50)), .drip(100, every: .milliseconds(1)), .wrongLength(by: -4)])
    func `slow and short answers`(_ fault: AnswerFault) async throws {
        let (result, sandbox, bench) = try await Self.run(AnswerOrder(fault))
        #expect(try result.get().status == 200)
        #expect(sandbox.sessions.count == 1)
        try await bench.stop()
    }

    @Test func `an order waits for its call and holds as often as it says`() async throws {
        let bench = try SandboxBench()
        try bench.sandbox.order(AnswerOrder(.status(502), operation: "session/status", count: 2))
        let id = try #require(try await bench.call("session/create", "{}").text("/session/id"))
        #expect(bench.sandbox.answerOrders.map(\.count) == [2])
        for status in [502, 502, 200] {
            #expect(try await bench.call("session/status", Bodies.session(id)).response.status == status)
        }
        #expect(bench.sandbox.answerOrders.isEmpty)
        try await bench.stop()
    }

    @Test func `orders are bounded and can be taken back`() throws {
        let sandbox = try Sandbox()
        for _ in 0..<1_000 { try sandbox.order(AnswerOrder(.drop)) }
        #expect(throws: SandboxError.self) { try sandbox.order(AnswerOrder(.drop)) }
        sandbox.cancelOrders()
        #expect(sandbox.answerOrders.isEmpty)
        sandbox.stop()
    }

    @Test func `orders about any session can be taken back, and the others stay`() throws {
        let sandbox = try Sandbox()
        defer { sandbox.stop(within: .zero) }
        try sandbox.order(AnswerOrder(.drop))
        try sandbox.order(AnswerOrder(.drop, sessionID: "ps_1"))
        try sandbox.order(WebhookOrder(WebhookTreatment(timing: .dropped), type: .readyToConfirm))
        try sandbox.order(WebhookOrder(WebhookTreatment(timing: .dropped), sessionID: "ps_1"))
        sandbox.cancelUnboundOrders()
        #expect(sandbox.answerOrders.map(\.sessionID) == ["ps_1"])
        #expect(sandbox.webhookOrders.map(\.sessionID) == ["ps_1"])
    }

    @Test func `a card has a hash without a widget, and its digits decide`() async throws {
        let bench = try SandboxBench()
        let hash = try bench.sandbox.numberHash(ofCard: "2200240000040002")
        #expect(throws: SandboxError.self) { try bench.sandbox.numberHash(ofCard: "1234") }
        #expect(try bench.sandbox.numberHash(ofCard: "2200240000040002") == hash)
        #expect(try bench.sandbox.numberHash(ofCard: "4242424242424242") != hash)
        try await bench.stop()
    }
}
