import HTTPWire
import PartnerSignature
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: hostile requests", .timeLimit(.minutes(10))) struct HostileTests {
    private static let bodies: [String] = [
        "null", "0", "\"\"", "[1]", "{\"session_id\":null}", "{\"session_id\":\"\"}", "{\"session_id\":{}}",
        "{\"session_id\":\"\\u0000\"}", "{\"session_id\":\"ps_1\",\"session_id\":\"ps_2\"}",
        "{\"payment_method\":[]}", "{\"payment_method\":{\"type\":\"card\",\"card\":[]}}",
        "{\"amount_details\":{\"amount\":1e400,\"currency\":\"rub\"}}",
        "{\"amount_details\":{\"amount\":99999999999999999999999999999999,\"currency\":\"rub\"}}",
        "{\"amount_details\":{\"amount\":-1,\"currency\":\"rub\"}}", "{\"participant_details\":[[]]}",
        "{\"metadata\":\"\u{FFFF}\"}", "\u{FEFF}{}", "{}{}", "{\"a\":\"\\ud800\"}", "\u{0}",
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
        "{\"metadata\":\"" + String(repeating: "a", count: 300_000) + "\"}",
    ]

    @Test(arguments: [
        "token", "token/info", "session/create", "session/init/payout", "session/start/payout", "session/confirm",
        "session/cancel", "session/status",
    ])
    func `every body gets an answer in JSON and the bank lives on`(_ operation: String) async throws {
        let bench = try SandboxBench()
        for body in Self.bodies {
            let said = try await bench.call(operation, body)
            #expect([200, 400].contains(said.response.status))
            #expect(try said.text("/status") == (said.response.status == 200 ? "ok" : "error"))
            #expect(said.findingCount != nil)
        }
        #expect(try await bench.call("session/create", "{}").response.status == 200)
        try await bench.stop()
    }

    @Test func `bytes that are no UTF-8 are refused`() async throws {
        let bench = try SandboxBench()
        var request = try bench.partner.request("session/create", "{}")
        request.body = Array("{\"metadata\":\"".utf8) + [0xC3, 0x28, 0xFF] + Array("\"}".utf8)
        request.headers["X-PARTNER-SIGN"] = try bench.partner.key.sign(request.body)
        #expect(try await bench.send(request).text("/error/code") == "invalid_request")
        try await bench.stop()
    }

    @Test(arguments: ["/%00", "/..%2f..%2fetc/passwd", "/api/v1/%74oken", "/api/v1/token?x=1", "*", "/widget", "/api/"])
    func `odd targets get an answer`(_ target: String) async throws {
        let bench = try SandboxBench()
        var request = try bench.partner.request("token", #"{"tokenize_widget":{"access":true}}"#)
        request.target = target
        let said = try await bench.send(request)
        #expect([200, 400, 404].contains(said.response.status))
        #expect((said.response.status == 200) == (target == "/api/v1/token?x=1"))
        try await bench.stop()
    }

    @Test func `a log line shows no control characters of a request`() async throws {
        let bench = try SandboxBench()
        _ = try await bench.send(HTTPRequest(method: "GET", target: "/" + String(repeating: "x", count: 5_000)))
        let summary = try #require(bench.sandbox.exchanges.last?.summary)
        #expect(summary.utf8.count < 250)
        let printed = Exchange.printable("a\u{1B}[31m\u{202E}b\nc")
        #expect(printed == "a?[31m?b?c")
        try await bench.stop()
    }

    @Test func `the ring of exchanges stays bounded`() async throws {
        let bench = try SandboxBench { $0.exchangeLimit = 5 }
        for _ in 0..<12 { _ = try await bench.call("session/create", "{}") }
        #expect(bench.sandbox.exchanges.map(\.id) == Array(8...12))
        try await bench.stop()
    }
}
