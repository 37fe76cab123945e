import HTTPWire
import Testing

@testable import PayoutSandbox

@Suite("Pages: the widget", .timeLimit(.minutes(10))) struct WidgetPageTests {
    private static func token(_ bench: SandboxBench) async throws -> String {
        try #require(try await bench.call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token"))
    }

    private static func get(_ bench: SandboxBench, _ target: String) async throws -> (Int, String) {
        let said = try await bench.send(HTTPRequest(method: "GET", target: target, headers: ["Accept": "text/html"]))
        return (said.response.status, String(decoding: said.response.body, as: UTF8.self))
    }

    private static func submit(_ bench: SandboxBench, _ form: String) async throws -> (Int, String) {
        let said = try await bench.send(
            HTTPRequest(
                method: "POST",
                target: "/widget",
                headers: ["Content-Type": "application/x-www-form-urlencoded"],
                body: Array(form.utf8)
            )
        )
        return (said.response.status, String(decoding: said.response.body, as: UTF8.self))
    }

    @Test func `the form turns a number into the hash that a payout takes`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        let (status, form) = try await Self.get(bench, "/widget?public_token=\(token)")
        #expect(status == 200)
        #expect(form.contains(#"<input type="hidden" name="public_token" value="\#(token)">"#))
        let (done, result) = try await Self.submit(
            bench,
            "public_token=\(token)&card_number=4242+4242+4242+4242&return_url=http%3A%2F%2F127.0.0.1%2Fshop%3Fa%3D1"
        )
        #expect(done == 200)
        let parts = result.split(separator: #"<output id="number-hash">"#)
        let hash = String(try #require(parts.last).prefix(64))
        #expect(result.contains("http://127.0.0.1/shop?a=1&amp;number_hash=\(hash)"))
        #expect(!result.contains("4242"))
        #expect(try await bench.call("session/init/payout", Bodies.initPayout(hash: hash)).response.status == 200)
        try await bench.stop()
    }

    @Test func `a wrong number is asked for again and never shown`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        let (status, page) = try await Self.submit(bench, "public_token=\(token)&card_number=4242424242424241")
        #expect(status == 400)
        #expect(page.contains("the last digit of the card number does not fit") && !page.contains("424242"))
        #expect(try await Self.submit(bench, "public_token=\(token)&card_number=4242424242424242").0 == 200)
        #expect(try await Self.submit(bench, "public_token=\(token)&card_number=4242424242424242").0 == 400)
        let kept = bench.sandbox.exchanges.map { String(decoding: $0.request.body + $0.response.body, as: UTF8.self) }
        #expect(kept.allSatisfy { !$0.contains("42424242") })
        try await bench.stop()
    }

    @Test(arguments: [
        "/widget", "/widget?public_token=", "/widget?public_token=%3Cscript%3E", "/widget?public_token=0",
    ])
    func `without a good token the widget does not open`(_ target: String) async throws {
        let bench = try SandboxBench()
        let (status, page) = try await Self.get(bench, target)
        #expect(status == 400)
        #expect(!page.contains("<input") && !page.contains("<script>"))
        try await bench.stop()
    }

    @Test func `a return address that is no http address makes no link`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        let (_, page) = try await Self.submit(
            bench,
            "public_token=\(token)&card_number=4242424242424242&return_url=javascript%3Aalert(1)"
        )
        #expect(page.contains("number-hash") && !page.contains("javascript:"))
        try await bench.stop()
    }

    @Test(arguments: [
        ("a=b&c=d%20e+f", "c", "d e f"), ("a=%41%zz%4", "a", "A%zz%4"), ("a", "a", ""), ("&&a=1=2", "a", "1=2"),
        ("a=%F0%9F", "a", "\u{FFFD}"),
    ])
    func `fields of a form are decoded`(_ form: String, _ name: String, _ value: String) {
        #expect(FormFields(form.utf8)[name] == value)
    }
}
