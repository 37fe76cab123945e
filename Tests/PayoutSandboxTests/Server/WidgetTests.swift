import BlockingWork
import HTTPWire
import PayoutVectors
import StrictJSON
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: the widget stand-in", .timeLimit(.minutes(10))) struct WidgetTests {
    private static func token(_ bench: SandboxBench, access: Bool = true) async throws -> String {
        let said = try await bench.call("token", #"{"tokenize_widget":{"access":\#(access)}}"#)
        return try #require(try said.text("/public_token"))
    }

    @Test func `a token is 64 hexadecimal digits`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        #expect(token.utf8.count == 64)
        #expect(token.allSatisfy { "0123456789abcdef".contains($0) })
        try await bench.stop()
    }

    @Test func `the same number gives the same hash, and another seed another`() async throws {
        let first = try SandboxBench()
        let second = try SandboxBench { $0.seed = 2 }
        let hash = try await first.hash(of: "4242424242424242")
        #expect(try await first.hash(of: "4242424242424242") == hash)
        #expect(try await second.hash(of: "4242424242424242") != hash)
        #expect(hash.utf8.count == 64)
        try await first.stop()
        try await second.stop()
    }

    @Test func `a token serves once`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        #expect(try await bench.tokenize(token, "4242424242424242").response.status == 200)
        let again = try await bench.tokenize(token, "4242424242424242")
        #expect(again.response.status == 400)
        #expect(try again.text("/error") == "token_used")
        #expect(again.findingCount == 1)
        try await bench.stop()
    }

    @Test func `a mistyped number does not use up the token`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        #expect(try await bench.tokenize(token, "4242424242424241").text("/error") == "invalid_card_number")
        #expect(try await bench.tokenize(token, "4242424242424242").response.status == 200)
        try await bench.stop()
    }

    @Test func `a token dies behind 24 hours`() async throws {
        let clock = VirtualClock()
        let bench = try SandboxBench { $0.clock = clock }
        let (first, second) = (try await Self.token(bench), try await Self.token(bench))
        try await onThread { clock.advance(by: .seconds(24 * 60 * 60 - 1)) }
        #expect(try await bench.tokenize(first, "4242424242424242").response.status == 200)
        try await onThread { clock.advance(by: .seconds(1)) }
        #expect(try await bench.tokenize(second, "4242424242424242").text("/error") == "token_expired")
        try await bench.stop()
    }

    @Test func `a token without access opens nothing`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench, access: false)
        #expect(try await bench.tokenize(token, "4242424242424242").text("/error") == "token_without_access")
        #expect(try await bench.tokenize("0", "4242424242424242").text("/error") == "unknown_token")
        try await bench.stop()
    }

    @Test func `token info tells whether a public token is still good`() async throws {
        let bench = try SandboxBench()
        let token = try await Self.token(bench)
        let ask = #"{"type":"public_token","public_token":{"token":"\#(token)"}}"#
        let before = try await bench.call("token/info", ask)
        _ = try await bench.tokenize(token, "4242424242424242")
        let behind = try await bench.call("token/info", ask)
        func isActive(_ said: SaidOnWire) throws -> Bool? {
            try JSONDocument(parsing: said.response.body).root["info"]?["is_active"]?.boolean
        }
        #expect(try isActive(before) == true)
        #expect(try isActive(behind) == false)
        try await bench.stop()
    }

    @Test func `no card number is kept`() async throws {
        let seen = Monitor<[String]>([])
        let bench = try SandboxBench { configuration in
            configuration.onExchange = { exchange in seen.update { $0.append(exchange.summary) } }
        }
        let token = try await Self.token(bench)
        _ = try await bench.tokenize(token, "4242424242424242")
        _ = try await bench.tokenize("4242424242424242", "2200240000040002")
        _ = try await bench.send(
            HTTPRequest(method: "POST", target: "/widget/tokenize", body: Array("4242424242424242".utf8))
        )
        let kept = bench.sandbox.exchanges.map { exchange in
            String(decoding: exchange.request.body + exchange.response.body + exchange.request.rawHead, as: UTF8.self)
        }
        for text in kept + seen.withLock({ $0 }) {
            #expect(!text.contains("4242424242424242") && !text.contains("2200240000040002"))
        }
        #expect(kept.count == 4)
        try await bench.stop()
    }

    @Test(arguments: ["", "{", "[]", #"{"public_token":1}"#, #"{"public_token":"a","card_number":4242424242424242}"#])
    func `a body that is not what the widget sends`(_ body: String) async throws {
        let bench = try SandboxBench()
        let said = try await bench.send(
            HTTPRequest(method: "POST", target: "/widget/tokenize", body: Array(body.utf8))
        )
        #expect(said.response.status == 400)
        #expect(try said.text("/error") == "invalid_request")
        try await bench.stop()
    }

    @Test func `another method than POST`() async throws {
        let bench = try SandboxBench()
        let said = try await bench.send(HTTPRequest(method: "GET", target: "/widget/tokenize"))
        #expect(said.response.status == 405)
        #expect(said.response.headers["Allow"] == "POST")
        try await bench.stop()
    }
}
