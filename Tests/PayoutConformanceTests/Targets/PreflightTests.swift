import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutConformance
import PayoutVectors
import Testing

@Suite("Preflight", .timeLimit(.minutes(10))) struct PreflightTests {
    /// The error of a run against a server that gives the same answer to everything.
    private func error(when status: Int, _ body: String) async throws -> PreflightError? {
        let server = try HTTPServer { _, _ in
            HTTPReply(HTTPResponse(status: status, headers: ["Content-Type": "text/plain"], body: Array(body.utf8)))
        }
        defer { server.stop(within: .zero) }
        return try await error(at: "http://127.0.0.1:\(server.port)")
    }

    private func error(at url: String, webhookAddress: WebhookAddress? = nil) async throws -> PreflightError? {
        let target = BankTarget(
            url: try HTTPURL(url),
            project: "test_project",
            partnerKey: try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem")),
            webhookAddress: webhookAddress
        )
        return await #expect(throws: PreflightError.self) {
            try await onThread { try SuiteRunner(cases: [.passing("a")], target: target).run() }
        }
    }

    @Test(arguments: [
        ("authentication_error", PreflightError.Code.keyRefused), ("identification_error", .projectUnknown),
        ("authorization_error", .notAuthorized),
    ])
    func `a bank that refuses every caller is a wrong configuration`(
        code: String,
        expected: PreflightError.Code
    )
        async throws
    {
        let body = #"{"status":"error","error":{"code":"\#(code)","description":"no"}}"#
        #expect(try await error(when: 401, body)?.code == expected)
        #expect(try await error(when: 200, body)?.code == expected)
    }

    @Test func `a web page is no bank`() async throws {
        #expect(try await error(when: 404, "<html></html>")?.code == .notThePayoutAPI)
        #expect(try await error(when: 200, "<html></html>")?.code == .notThePayoutAPI)
    }

    @Test func `an address where nothing listens is unreachable`() async throws {
        let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200)) }
        server.stop(within: .zero)
        #expect(try await error(at: "http://127.0.0.1:\(server.port)")?.code == .unreachable)
    }

    @Test func `an address for webhooks that is taken is a wrong configuration`() async throws {
        let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200)) }
        defer { server.stop(within: .zero) }
        let taken = WebhookAddress(port: server.port)
        #expect(try await error(at: "http://127.0.0.1:1", webhookAddress: taken)?.code == .webhookListener)
    }

    @Test func `neither sentence nor fix shows key material`() async throws {
        let error = try await error(when: 401, #"{"status":"error","error":{"code":"authentication_error"}}"#)
        #expect(error?.description.contains("BEGIN") == false)
    }
}
