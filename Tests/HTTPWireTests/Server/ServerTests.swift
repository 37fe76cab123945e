import HTTPWire
import Synchronization
import Testing

@Suite("HTTP server", .timeLimit(.minutes(1))) struct ServerTests {
    @Test func `answers a request with the bytes of its body`() async throws {
        try await onThread {
            let server = try HTTPServer { request, _ in
                HTTPReply(HTTPResponse(status: 200, headers: ["X-Path": request.path], body: request.body))
            }
            defer { server.stop(within: .seconds(1)) }
            let client = HTTPClient()
            let url = try HTTPURL("http://127.0.0.1:\(server.port)/base?x=1")
            let request = HTTPRequest(method: "POST", body: Array("{}".utf8))
            for _ in 0..<3 {
                let response = try client.send(request, to: url)
                #expect(response.status == 200)
                #expect(response.headers["x-path"] == "/base")
                #expect(response.body == Array("{}".utf8))
            }
        }
    }
}
