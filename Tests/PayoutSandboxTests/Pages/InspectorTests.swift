import BlockingWork
import HTTPWire
import PartnerSignature
import Testing

@testable import PayoutSandbox

@Suite("Pages: the inspector", .timeLimit(.minutes(10))) struct InspectorTests {
    private static func page(_ bench: SandboxBench, _ path: String) async throws -> (HTTPResponse, String) {
        let said = try await bench.send(
            HTTPRequest(method: "GET", target: path, headers: ["Accept": "text/html,*/*"])
        )
        return (said.response, String(decoding: said.response.body, as: UTF8.self))
    }

    @Test func `the list has calls and webhooks, and works without a script`() async throws {
        let bench = try SandboxBench()
        let id = try #require(try await bench.call("session/init/payout", Bodies.initPayout()).text("/session/id"))
        _ = try await bench.deliveries(count: 1)
        let (response, html) = try await Self.page(bench, "/")
        #expect(response.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(response.headers["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
        #expect(html.contains("/api/v1/session/init/payout") && html.contains(id) && html.contains("ready_to_confirm"))
        #expect(html.contains(#"<form method="post" action="/sandbox/exchanges/1/again">"#))
        #expect(html.contains(#"<form method="post" action="/sandbox/deliveries/1/again">"#))
        #expect(html.contains(#"http-equiv="refresh""#) && !html.contains("<script"))
        #expect(try await !Self.page(bench, "/?pause").1.contains("http-equiv"))
        try await bench.stop()
    }

    @Test func `a call shows request, answer, findings and signature, and no personal data`() async throws {
        let bench = try SandboxBench()
        _ = try await bench.call("session/init/payout", Bodies.initPayout().replacing("rub", with: "RUB"))
        var request = try bench.partner.request("session/create", "{}")
        request.headers["X-PARTNER-SIGN"] = try bench.partner.key.sign(Array("{} ".utf8))
        _ = try await bench.send(request)
        let (_, right) = try await Self.page(bench, "/exchanges/1")
        #expect(right.contains("CURRENCY.LOWER_CASE") && right.contains("<td class=\"good\">valid"))
        #expect(right.contains("amount_details") && !right.contains("Иванов") && right.contains("POST /api/v1/session"))
        let (_, wrong) = try await Self.page(bench, "/exchanges/2")
        #expect(wrong.contains("authentication_error") && wrong.contains("SIG.BYTES") && wrong.contains("fix:"))
        try await bench.stop()
    }

    @Test func `what comes from outside is escaped`() async throws {
        let bench = try SandboxBench { $0.showsSensitive = true }
        _ = try await bench.call("session/create", #"{"metadata":"<script>alert('&\")</script>"}"#)
        let (_, html) = try await Self.page(bench, "/exchanges/1")
        #expect(!html.contains("<script>") && html.contains("&lt;script&gt;alert(&#39;&amp;\\&quot;)"))
        try await bench.stop()
    }

    @Test func `a webhook shows its attempts and the answers`() async throws {
        let listener = try WebhookListener { _ in HTTPResponse(status: 500, body: Array("out <of> order".utf8)) }
        let bench = try SandboxBench { configuration in
            configuration.webhookURL = listener.url
            configuration.clock = VirtualClock()
        }
        try bench.sandbox.order(WebhookOrder(WebhookTreatment(body: .tampered)))
        _ = try await bench.call("session/init/payout", Bodies.initPayout())
        _ = try await listener.requests(count: 1)
        try await onThread { (bench.sandbox.configuration.clock as? VirtualClock)?.settle() }
        let (_, html) = try await Self.page(bench, "/deliveries/1")
        #expect(html.contains("Attempt 1") && html.contains("answered 500") && html.contains("out &lt;of&gt; order"))
        #expect(html.contains("X-PARTNER-SIGN: ") && html.contains("By order"))
        try await bench.stop()
    }

    @Test func `a button of the list leads back to it`() async throws {
        let bench = try SandboxBench()
        _ = try await bench.call("session/create", "{}")
        let said = try await bench.send(
            HTTPRequest(method: "POST", target: "/sandbox/exchanges/1/again", headers: ["Accept": "text/html"])
        )
        #expect(said.response.status == 303)
        #expect(said.response.headers["Location"] == "/")
        #expect(bench.sandbox.sessions.count == 2)
        try await bench.stop()
    }

    @Test(arguments: ["/exchanges/9", "/deliveries/9", "/exchanges/x", "/exchanges"])
    func `a page that there is not is a 404`(_ path: String) async throws {
        let bench = try SandboxBench()
        #expect(try await Self.page(bench, path).0.status == 404)
        try await bench.stop()
    }
}
