import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: refusals", .timeLimit(.minutes(10))) struct RefusalTests {
    /// A request that is right, to be made wrong in one place.
    private static func right(_ bench: SandboxBench) throws -> HTTPRequest {
        try bench.partner.request("session/create", #"{"metadata":"good"}"#)
    }

    private static func expect(
        _ code: String,
        _ status: Int,
        rule: RuleID,
        _ change: (inout HTTPRequest, TestPartner) throws -> Void
    ) async throws {
        let bench = try SandboxBench()
        #expect(try await bench.send(right(bench)).response.status == 200)
        var request = try right(bench)
        try change(&request, bench.partner)
        let said = try await bench.send(request)
        #expect(said.response.status == status)
        #expect(try said.text("/status") == "error")
        #expect(try said.text("/error/code") == code)
        #expect(try said.text("/error/description")?.isEmpty == false)
        #expect(said.findingCount == 1)
        let exchange = try #require(bench.sandbox.exchanges.last)
        #expect(exchange.findings.map(\.rule) == [rule])
        #expect(exchange.errorCode == code)
        try await bench.stop()
    }

    @Test func `a call without a project`() async throws {
        try await Self.expect("identification_error", 401, rule: "HEADER.PROJECT") { request, _ in
            request.headers["X-PARTNER-PROJECT"] = nil
        }
    }

    @Test func `a call for an unknown project`() async throws {
        try await Self.expect("identification_error", 401, rule: "HEADER.PROJECT") { request, _ in
            request.headers["X-PARTNER-PROJECT"] = "Test_project"
        }
    }

    @Test func `a call with two projects`() async throws {
        try await Self.expect("identification_error", 401, rule: "HEADER.PROJECT") { request, _ in
            request.headers.add("X-PARTNER-PROJECT", "test_project")
        }
    }

    @Test func `a call without a signature`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.PRESENT") { request, _ in
            request.headers["X-PARTNER-SIGN"] = nil
        }
    }

    @Test func `a call with an empty signature`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.PRESENT") { request, _ in
            request.headers["X-PARTNER-SIGN"] = ""
        }
    }

    @Test func `a call with two signatures`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.PRESENT") { request, _ in
            request.headers.add("X-PARTNER-SIGN", request.headers["X-PARTNER-SIGN"] ?? "")
        }
    }

    @Test func `a signature that is no Base64`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.BASE64") { request, _ in
            request.headers["X-PARTNER-SIGN"] = "signature!"
        }
    }

    @Test func `a signature that is cut short`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.LENGTH") { request, _ in
            request.headers["X-PARTNER-SIGN"] = request.headers["X-PARTNER-SIGN"].map { String($0.prefix(340)) }
        }
    }

    @Test func `a signature by another key`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.KEY") { request, _ in
            let other = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pem"))
            request.headers["X-PARTNER-SIGN"] = try other.sign(request.body)
        }
    }

    @Test func `a body that was changed behind the signature`() async throws {
        try await Self.expect("authentication_error", 401, rule: "SIG.BYTES") { request, _ in
            request.body.append(0x0A)
        }
    }

    /// The answer, the finding and the log name the mistake, not only the rule.
    @Test func `a signature that does not match is explained`() async throws {
        let bench = try SandboxBench()
        var request = HTTPRequest(
            method: "POST",
            target: "/api/v1/session/create",
            headers: ["Content-Type": "application/json", "X-PARTNER-PROJECT": TestPartner.project],
            body: Array("{\"metadata\":\"a\"}".utf8)
        )
        request.headers["X-PARTNER-SIGN"] = try bench.partner.key.sign(Array("{\"metadata\": \"a\"}".utf8))
        let cause = "the JSON was signed with a blank after each colon and comma"
        #expect(try await bench.send(request).text("/error/description")?.contains(cause) == true)
        let exchange = try #require(bench.sandbox.exchanges.last)
        #expect(exchange.findings.first?.message.contains(cause) == true)
        #expect(exchange.summary.contains(cause))
        try await bench.stop()
    }

    @Test func `the explanation looks at the fields of the request too`() async throws {
        let bench = try SandboxBench()
        let date = "Tue, 27 May 2025 02:03:00 GMT"
        var request = HTTPRequest(
            method: "POST",
            target: "/api/v1/session/create",
            headers: ["Content-Type": "application/json", "X-PARTNER-PROJECT": TestPartner.project, "Date": date],
            body: Array("{}".utf8)
        )
        request.headers["X-PARTNER-SIGN"] = try bench.partner.key.sign(Array("date: \(date)".utf8))
        #expect(try await bench.send(request).text("/error/description")?.contains("HTTP Signatures") == true)
        try await bench.stop()
    }

    @Test func `a path that is not served`() async throws {
        try await Self.expect("invalid_request", 404, rule: "PATH.KNOWN") { request, _ in
            request.target = "/api/v1/session/crate"
        }
    }

    @Test func `a method other than POST`() async throws {
        try await Self.expect("invalid_request", 405, rule: "METHOD.POST") { request, _ in
            request.method = "PUT"
        }
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
    func `a content type other than JSON`(_ type: String) async throws {
        try await Self.expect("invalid_request", 400, rule: "HEADER.CONTENT_TYPE") { request, _ in
            request.headers["Content-Type"] = type
        }
    }

    @Test func `a body that is no JSON`() async throws {
        try await Self.expect("invalid_request", 400, rule: "TEXT.RFC8259") { request, partner in
            request.body = Array("{\"metadata\":".utf8)
            request.headers["X-PARTNER-SIGN"] = try partner.key.sign(request.body)
        }
    }

    @Test func `a body of zero bytes`() async throws {
        try await Self.expect("invalid_request", 400, rule: "TEXT.RFC8259") { request, partner in
            request.body = []
            request.headers["X-PARTNER-SIGN"] = try partner.key.sign([])
        }
    }

    @Test func `project is looked at before signature, and signature before the path`() async throws {
        let bench = try SandboxBench()
        let nothing = HTTPRequest(method: "GET", target: "/api/v1/nowhere", headers: [:], body: [])
        #expect(try await bench.send(nothing).text("/error/code") == "identification_error")
        var named = nothing
        named.headers.add("X-PARTNER-PROJECT", TestPartner.project)
        #expect(try await bench.send(named).text("/error/code") == "authentication_error")
        named.headers.add("X-PARTNER-SIGN", try bench.partner.key.sign([]))
        #expect(try await bench.send(named).response.status == 404)
        try await bench.stop()
    }

    @Test func `a content type with parameters and header names in lower case are taken`() async throws {
        let bench = try SandboxBench()
        let right = try Self.right(bench)
        let request = HTTPRequest(
            method: "POST",
            target: right.target,
            headers: [
                "content-type": "Application/JSON; charset=utf-8", "x-partner-project": TestPartner.project,
                "x-partner-sign": right.headers["X-PARTNER-SIGN"] ?? "",
            ],
            body: right.body
        )
        #expect(try await bench.send(request).response.status == 200)
        try await bench.stop()
    }

    @Test func `a float as amount is named with its rule and place`() async throws {
        let bench = try SandboxBench()
        let body = Bodies.initPayout().replacing("10000", with: "100.00")
        let said = try await bench.call("session/init/payout", body)
        #expect(said.response.status == 400)
        #expect(try said.text("/error/code") == "invalid_request")
        let description = try #require(try said.text("/error/description"))
        #expect(description.contains("AMOUNT.MINOR_UNITS"))
        #expect(description.contains("/amount_details/amount"))
        try await bench.stop()
    }

    @Test func `an accepted request with a finding says so`() async throws {
        let bench = try SandboxBench()
        let said = try await bench.call("session/create", #"{"metadata":"good","colour":"red"}"#)
        #expect(said.response.status == 200)
        #expect(said.findingCount == 1)
        #expect(bench.sandbox.exchanges.last?.findings.first?.rule == "MEMBER.UNKNOWN")
        try await bench.stop()
    }
}
