import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Orders: webhooks", .timeLimit(.minutes(10))) struct WebhookOrderTests {
    /// A payout on virtual time that is confirmed, with orders given before it starts.
    private static func run(
        _ orders: [WebhookOrder],
        confirms: Bool = true,
        prepare: (Sandbox) throws -> Void = { _ in }
    ) async throws -> (requests: [HTTPRequest], deliveries: [Delivery], bankKey: PublicKey) {
        let clock = VirtualClock()
        let listener = try WebhookListener()
        let bench = try SandboxBench { configuration in
            configuration.clock = clock
            configuration.webhookURL = listener.url
        }
        try prepare(bench.sandbox)
        for order in orders { try bench.sandbox.order(order) }
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        let id = try #require(try said.text("/session/id"))
        try await onThread { clock.settle() }
        if confirms { _ = try await bench.call("session/confirm", Bodies.session(id)) }
        try await onThread { clock.advance(by: .seconds(600)) }
        let deliveries = bench.sandbox.deliveries
        try await bench.stop()
        listener.stop()
        return (listener.requests, deliveries, bench.partner.bankKey.publicKey)
    }

    private static func types(_ requests: [HTTPRequest]) throws -> [String?] {
        try requests.map { try $0.webhookText("/type") }
    }

    @Test(arguments: [WebhookTreatment.Copies.inTurn(3), .atOnce(3)])
    func `duplicates arrive with the same bytes`(_ copies: WebhookTreatment.Copies) async throws {
        let (requests, _, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(copies: copies), type: .readyToConfirm)
        ])
        #expect(
            try Self.types(requests) == [
                "ready_to_confirm", "ready_to_confirm", "ready_to_confirm", "payment_finished",
            ]
        )
        #expect(Set(requests.prefix(3).map(\.body)).count == 1)
        #expect(requests.allSatisfy { $0.isSigned(by: key) })
    }

    @Test func `copies at once are under way at the same time`() async throws {
        let arrived = Monitor(0)
        // Each answer waits until both copies are there, so one behind the other would never end in time.
        let listener = try HTTPServer { _, _ in
            arrived.update { $0 += 1 }
            let promise = HTTPReplyPromise(timeout: .seconds(5))
            Task.detached {
                try? await onThread {
                    let both: Void? = arrived.wait(until: .after(.seconds(5))) { $0 >= 2 ? () : nil }
                    promise.give(HTTPReply(HTTPResponse(status: both == nil ? 500 : 200)))
                }
            }
            return .later(promise)
        }
        let bench = try SandboxBench { $0.webhookURL = try HTTPURL("http://127.0.0.1:\(listener.port)/") }
        try bench.sandbox.order(WebhookOrder(WebhookTreatment(copies: .atOnce(2))))
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await bench.deliveries(count: 2).map(\.outcome) == [.delivered, .delivered])
        listener.stop(within: .zero)
        try await bench.stop()
    }

    @Test func `a webhook comes once more behind the end`() async throws {
        let (requests, _, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(copies: .againAfterEnd), type: .readyToConfirm)
        ])
        #expect(try Self.types(requests) == ["ready_to_confirm", "payment_finished", "ready_to_confirm"])
        #expect(requests.first?.body == requests.last?.body)
        #expect(requests.last?.isSigned(by: key) == true)
    }

    @Test func `a webhook arrives behind the next one of its session`() async throws {
        let (requests, _, _) = try await Self.run([
            WebhookOrder(WebhookTreatment(timing: .behindNext), type: .readyToConfirm)
        ])
        #expect(try Self.types(requests) == ["payment_finished", "ready_to_confirm"])
    }

    @Test func `a delayed webhook comes later`() async throws {
        let (requests, deliveries, _) = try await Self.run([
            WebhookOrder(WebhookTreatment(timing: .delayed(.seconds(90))), type: .readyToConfirm)
        ])
        #expect(try Self.types(requests) == ["payment_finished", "ready_to_confirm"])
        let first = try #require(deliveries.first)
        #expect(first.attempts.first.map { first.createdAt.duration(to: $0.startedAt) } == .seconds(90))
    }

    @Test func `a lost webhook never comes`() async throws {
        let (requests, deliveries, _) = try await Self.run([
            WebhookOrder(WebhookTreatment(timing: .dropped), type: .readyToConfirm)
        ])
        #expect(try Self.types(requests) == ["payment_finished"])
        #expect(deliveries.map(\.outcome) == [.dropped, .delivered])
    }

    @Test(arguments: [
        (WebhookTreatment.Signature.right, true, false), (.absent, false, false), (.otherKey, false, true),
        (.previousKey, false, true), (.value("signature"), false, false),
    ])
    func `the signature is the ordered one`(
        _ signature: WebhookTreatment.Signature,
        _ isRight: Bool,
        _ isByOther: Bool
    ) async throws {
        let (requests, _, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(signature: signature), type: .readyToConfirm)
        ])
        let first = try #require(requests.first)
        let other = try PublicKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pub.pem"))
        #expect(first.isSigned(by: key) == isRight)
        #expect(first.isSigned(by: other) == isByOther)
        #expect(first.headers.contains("X-PARTNER-SIGN") == (signature != .absent))
        #expect(requests.last?.isSigned(by: key) == true)
    }

    @Test func `the key before a rotation signs by order`() async throws {
        let newKey = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pem"))
        let (requests, _, oldKey) = try await Self.run(
            [WebhookOrder(WebhookTreatment(signature: .previousKey), type: .readyToConfirm)]
        ) { $0.rotateBankKey(to: newKey) }
        #expect(requests.first?.isSigned(by: oldKey) == true)
        #expect(requests.last?.isSigned(by: newKey.publicKey) == true)
    }

    @Test(arguments: [
        WebhookTreatment.Body.whitespace, .escapes, .reversedMembers, .unknownMembers, .type("confirmation_payout"),
        .replaced(Array(#"{"type":"ready_to_confirm"}"#.utf8)),
    ])
    func `another body is signed as it is sent`(_ body: WebhookTreatment.Body) async throws {
        let (requests, deliveries, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(body: body), type: .readyToConfirm)
        ])
        let first = try #require(requests.first)
        #expect(first.isSigned(by: key))
        #expect(first.body != deliveries.first?.body)
        #expect(deliveries.first?.attempts.first?.changedBody == first.body)
        let sent = try JSONDocument(parsing: first.body)
        let written = try JSONDocument(parsing: try #require(deliveries.first?.body))
        switch body {
        case .whitespace, .escapes, .reversedMembers: #expect(sent.root.isEqual(to: written.root))
        default: #expect(!sent.root.isEqual(to: written.root))
        }
    }

    @Test func `a tampered body has another amount and the old signature`() async throws {
        let (requests, deliveries, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(body: .tampered), type: .readyToConfirm)
        ])
        let first = try #require(requests.first)
        #expect(!first.isSigned(by: key))
        #expect(key.verify(first.headers["X-PARTNER-SIGN"] ?? "", over: try #require(deliveries.first?.body)).isValid)
        #expect(String(decoding: first.body, as: UTF8.self).contains(#""amount":20000"#))
    }

    @Test func `header names are lower case by order`() async throws {
        let (requests, _, _) = try await Self.run([
            WebhookOrder(WebhookTreatment(lowerCaseHeaders: true), type: .readyToConfirm)
        ])
        let names = try #require(requests.first).headers.fields.map(\.name)
        #expect(names.contains("x-partner-sign"))
        #expect(requests.last?.headers.fields.map(\.name).contains("X-PARTNER-SIGN") == true)
    }

    @Test func `a chunked webhook arrives whole`() async throws {
        let (requests, _, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(wire: .chunked(7)), type: .readyToConfirm)
        ])
        #expect(requests.first?.headers["Transfer-Encoding"] == "chunked")
        #expect(requests.first?.isSigned(by: key) == true)
    }

    @Test func `a webhook that is cut is sent again as usual`() async throws {
        let (requests, deliveries, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(wire: .truncateBody(keep: 50)), type: .readyToConfirm)
        ])
        #expect(deliveries.first?.attempts.count == 2)
        #expect(deliveries.first?.outcome == .delivered)
        #expect(requests.allSatisfy { $0.isSigned(by: key) })
    }

    @Test func `an order holds for its webhooks alone`() async throws {
        let (requests, _, key) = try await Self.run([
            WebhookOrder(WebhookTreatment(signature: .absent), sessionID: "ps_1"),
            WebhookOrder(WebhookTreatment(signature: .otherKey), project: "nobody"),
            WebhookOrder(WebhookTreatment(signature: .absent), type: .paymentRefunded),
        ])
        #expect(requests.count == 2)
        #expect(requests.allSatisfy { $0.isSigned(by: key) })
    }

    @Test func `the webhook leaves before the answer by order`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        try bench.sandbox.order(WebhookOrder(WebhookTreatment(timing: .beforeAnswer)))
        let said = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(said.response.status == 200)
        #expect(listener.requests.count == 1)
        #expect(bench.sandbox.webhookOrders.isEmpty)
        try await bench.stop()
    }

    @Test func `webhooks by hand are signed and listed`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        let said = try await bench.call("session/create", "{}")
        let id = try #require(try said.text("/session/id"))
        try bench.sandbox.sendWebhook(.paymentFinished, about: id)
        bench.sandbox.sendWebhook(body: Array(#"{"type":"x"}"#.utf8), as: .paymentFinished, sessionID: "ps_1")
        _ = try await listener.requests(count: 2)
        #expect(listener.requests.allSatisfy { $0.isSigned(by: bench.partner.bankKey.publicKey) })
        #expect(throws: SandboxError.self) { try bench.sandbox.sendWebhook(.paymentFinished, about: "ps_1") }
        let first = try #require(try await bench.deliveries(count: 2).first)
        try bench.sandbox.sendAgain(delivery: first.id)
        let all = try await listener.requests(count: 3)
        #expect(all.filter { $0.body == first.body }.count == 2)
        try await bench.stop()
    }
}
