import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Control API", .timeLimit(.minutes(10))) struct ControlTests {
    private static func ask(
        _ bench: SandboxBench,
        _ method: String,
        _ path: String,
        _ body: String = "",
        _ headers: HTTPHeaders = [:]
    ) async throws -> SaidOnWire {
        try await bench.send(
            HTTPRequest(method: method, target: "/sandbox\(path)", headers: headers, body: Array(body.utf8))
        )
    }

    private static func root(_ said: SaidOnWire) throws -> JSONValue {
        try JSONDocument(parsing: said.response.body).root
    }

    @Test func `the help has a line of curl for every path`() async throws {
        let bench = try SandboxBench()
        let text = String(decoding: try await Self.ask(bench, "GET", "").response.body, as: UTF8.self)
        for route in ControlRoute.all {
            #expect(text.contains(route.curl(base: bench.sandbox.url.description)))
        }
        try await bench.stop()
    }

    @Test func `the examples of the help are taken`() async throws {
        let bench = try SandboxBench { $0.clock = VirtualClock() }
        let id = try #require(try await bench.call("session/create", "{}").text("/session/id"))
        for route in ControlRoute.all where !route.example.isEmpty {
            let path = route.segments.map { $0 == "*" ? "test_project" : $0 }.joined(separator: "/")
            let body = route.example.replacing("ps_1", with: id)
            let said = try await Self.ask(bench, route.method, "/\(path)", body)
            #expect(said.response.status == 200, "\(route.summary)")
        }
        try await bench.stop()
    }

    @Test func `the triggers are those of the table`() async throws {
        let bench = try SandboxBench()
        let root = try Self.root(try await Self.ask(bench, "GET", "/triggers"))
        #expect(root.elements.compactMap { $0["last4"]?.string } == OutcomeTrigger.all.map(\.lastFour))
        try await bench.stop()
    }

    @Test func `sessions, exchanges and deliveries are listed without personal data`() async throws {
        let bench = try SandboxBench()
        let id = try #require(try await bench.call("session/init/payout", Bodies.initPayout()).text("/session/id"))
        _ = try await bench.deliveries(count: 1)
        #expect(try await Self.ask(bench, "GET", "/sessions").text("/0/id") == id)
        #expect(try await Self.ask(bench, "GET", "/sessions/\(id)").text("/state") == "awaiting_confirmation")
        #expect(try await Self.ask(bench, "GET", "/exchanges").text("/0/session_id") == id)
        #expect(try await Self.ask(bench, "GET", "/deliveries").text("/0/outcome") == "unaddressed")
        let full = try await Self.ask(bench, "GET", "/exchanges/1")
        #expect(try full.text("/request_body")?.contains("amount_details") == true)
        #expect(try full.text("/request_body")?.contains("Иванов") == false)
        try await bench.stop()
    }

    @Test func `an order given over HTTP is carried out`() async throws {
        let bench = try SandboxBench()
        let order = #"{"answer":{"fault":"refusal","code":"provider_timeout","operation":"session/create"}}"#
        #expect(try await Self.ask(bench, "POST", "/orders", order).response.status == 200)
        #expect(try await bench.call("session/create", "{}").text("/error/code") == "provider_timeout")
        #expect(try await bench.call("session/create", "{}").response.status == 200)
        let webhook = #"{"webhook":{"type":"ready_to_confirm","signature":"absent","copies":"in_turn","number":3}}"#
        #expect(try await Self.ask(bench, "POST", "/orders", webhook).response.status == 200)
        #expect(bench.sandbox.webhookOrders.first?.treatment.copies == .inTurn(3))
        #expect(try await Self.ask(bench, "GET", "/orders").text("/webhooks/0/type") == "ready_to_confirm")
        #expect(try await Self.ask(bench, "DELETE", "/orders").response.status == 200)
        #expect(bench.sandbox.webhookOrders.isEmpty)
        try await bench.stop()
    }

    @Test func `answers to repeats and refusals of any form are ordered over HTTP`() async throws {
        let bench = try SandboxBench()
        let again = #"{"answer":{"fault":"repeated","text":"again"}}"#
        #expect(try await Self.ask(bench, "POST", "/orders", again).response.status == 200)
        #expect(try await bench.call("session/create", "{}").text("/error/description") == "again")
        let bare = #"{"answer":{"fault":"refusal","status":200,"envelope":"bare"}}"#
        #expect(try await Self.ask(bench, "POST", "/orders", bare).response.status == 200)
        let said = try await bench.call("session/create", "{}")
        #expect(said.response.status == 200)
        #expect(try Self.root(said)["status"] == nil)
        try await bench.stop()
    }

    @Test(arguments: [
        ("POST", "/orders", "{", 400, "no JSON"), ("POST", "/orders", "{}", 400, "needs one of answer and webhook"),
        ("POST", "/orders", #"{"answer":{}}"#, 400, "answer needs fault"),
        ("POST", "/orders", #"{"answer":{"fault":"dorp"}}"#, 400, "answer.fault must be one of"),
        ("POST", "/orders", #"{"answer":{"fault":"drop","operaton":"x"}}"#, 400, "did you mean operation?"),
        ("POST", "/orders", #"{"webhook":{"type":"x"}}"#, 400, "webhook.type must be one of"),
        ("POST", "/orders", #"{"webhook":{"count":0}}"#, 400, "webhook.count must be a whole number"),
        ("POST", "/clock", #"{"advance":1}"#, 409, "--clock virtual"), ("GET", "/nowhere", "", 404, "GET /sandbox"),
        ("PUT", "/orders", "", 405, "GET, POST, DELETE"), ("GET", "/sessions/ps_1", "", 404, "ps_1"),
        ("POST", "/webhooks", #"{"session_id":"ps_1","type":"ready_to_confirm"}"#, 404, "ps_1"),
        ("POST", "/exchanges/7/again", "", 404, "none of that"),
        ("POST", "/deliveries/7/again", "", 404, "none of that"),
        ("POST", "/projects/nobody", "{}", 404, "none of that"),
        ("POST", "/projects/test_project", #"{"switches":{"fees":1}}"#, 400, "switches.fees"),
    ])
    func `a wrong request is told why`(
        _ method: String,
        _ path: String,
        _ body: String,
        _ status: Int,
        _ part: String
    ) async throws {
        let bench = try SandboxBench()
        let said = try await Self.ask(bench, method, path, body)
        #expect(said.response.status == status)
        let sentence = try said.text("/error") ?? ""
        #expect(sentence.contains(part), "\(sentence)")
        try await bench.stop()
    }

    @Test func `a virtual clock is moved, and the webhooks of the time are sent meanwhile`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { configuration in
            configuration.clock = VirtualClock()
            configuration.webhookURL = listener.url
            configuration.timing.readiness = .seconds(60)
        }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await Self.ask(bench, "GET", "/clock").text("/now") == "2025-05-27T02:03:00.000000Z")
        let moved = try await Self.ask(bench, "POST", "/clock", #"{"advance":90.5}"#)
        #expect(try moved.text("/now") == "2025-05-27T02:04:30.500000Z")
        #expect(listener.requests.count == 1)
        try await bench.stop()
    }

    @Test func `a project's address and switches change while it runs`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench()
        let body = #"{"webhook_url":"\#(listener.url)","switches":{"error_status":"200"}}"#
        #expect(try await Self.ask(bench, "POST", "/projects/test_project", body).response.status == 200)
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        #expect(try await listener.requests(count: 1).count == 1)
        #expect(try await bench.call("session/status", Bodies.session("ps_1")).response.status == 200)
        #expect(try await Self.ask(bench, "GET", "/projects").text("/0/switches/error_status") == "200")
        try await bench.stop()
    }

    @Test func `a rotated key signs from then on`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        let pem = try #require(
            try await Self.ask(bench, "POST", "/projects/test_project/rotate-key").text("/public_key_pem")
        )
        #expect(pem.hasPrefix("-----BEGIN PUBLIC KEY-----"))
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        let request = try #require(try await listener.requests(count: 1).first)
        #expect(!request.isSigned(by: bench.partner.bankKey.publicKey))
        try await bench.stop()
    }

    @Test func `a call and a webhook are sent again`() async throws {
        let listener = try WebhookListener()
        let bench = try SandboxBench { $0.webhookURL = listener.url }
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        _ = try await listener.requests(count: 1)
        #expect(try await Self.ask(bench, "POST", "/exchanges/1/again").response.status == 200)
        #expect(bench.sandbox.sessions.count == 2)
        _ = try await listener.requests(count: 2)
        #expect(try await Self.ask(bench, "POST", "/deliveries/1/again").response.status == 200)
        #expect(try await listener.requests(count: 3).count == 3)
        try await bench.stop()
    }

    @Test func `a reset forgets everything but the projects`() async throws {
        let bench = try SandboxBench()
        let first = try await bench.call("session/init/payout", Bodies.initPayout()).text("/session/id")
        _ = try await bench.deliveries(count: 1)
        #expect(try await Self.ask(bench, "POST", "/reset").response.status == 200)
        #expect(bench.sandbox.sessions.isEmpty && bench.sandbox.exchanges.isEmpty && bench.sandbox.deliveries.isEmpty)
        #expect(try await bench.call("session/init/payout", Bodies.initPayout()).text("/session/id") == first)
        try await bench.stop()
    }

    // MARK: Access

    @Test(
        arguments: [
            ("127.0.0.1", "127.0.0.1:1", nil, nil, true), ("127.0.0.1", "localhost:1", nil, nil, true),
            ("::1", "[::1]:1", nil, nil, true), ("127.0.0.1", "bank.localhost", nil, nil, true),
            ("10.0.0.7", "127.0.0.1:1", nil, nil, false), ("127.0.0.1", "evil.example", nil, nil, false),
            ("127.0.0.1", "127.0.0.1.evil.example", nil, nil, false),
            ("127.0.0.1", "127.0.0.1:1", "http://evil.example", nil, false),
            ("127.0.0.1", "127.0.0.1:1", "null", nil, false),
            ("127.0.0.1", "127.0.0.1:1", "http://127.0.0.1:1", nil, true),
            ("127.0.0.1", "127.0.0.1:1", nil, "cross-site", false),
            ("127.0.0.1", "127.0.0.1:1", nil, "same-origin", true),
        ] as [(String, String, String?, String?, Bool)]
    )
    func `this machine alone may use it, and no page from elsewhere`(
        _ address: String,
        _ host: String,
        _ origin: String?,
        _ site: String?,
        _ isAllowed: Bool
    ) {
        var request = HTTPRequest(method: "POST", target: "/sandbox/reset", headers: ["Host": host])
        request.headers["Origin"] = origin
        request.headers["Sec-Fetch-Site"] = site
        let refusal = ControlGuard(host: "127.0.0.1").refusal(request, from: HTTPPeer(address: address))
        #expect((refusal == nil) == isAllowed)
    }
}
