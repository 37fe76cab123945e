import BlockingWork
import Testing

@testable import HTTPWire

@Suite("HTTP client", .timeLimit(.minutes(10))) struct ClientTests {
    @Test func `gives up when the time is over`() async throws {
        try await onThread {
            let server = try HTTPServer { _, _ in
                HTTPReply(HTTPResponse(status: 200, body: [0x61]), fault: .drip(1, every: .seconds(3_600)))
            }
            defer { server.stop(within: .zero) }
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(), to: server.url(), timeout: .milliseconds(30))
            }
            #expect(error?.code == .timeout)
        }
    }

    @Test func `counts the time over all bytes, not from one to the next`() async throws {
        try await onThread {
            let server = try HTTPServer { _, _ in
                let body = [UInt8](repeating: 0x61, count: 1_000_000)
                return HTTPReply(HTTPResponse(status: 200, body: body), fault: .drip(1, every: .milliseconds(2)))
            }
            defer { server.stop(within: .zero) }
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(), to: server.url(), timeout: .milliseconds(60))
            }
            #expect(error?.code == .timeout)
        }
    }

    @Test func `says that nothing listens`() async throws {
        try await onThread {
            let socket = try UnheardSocket()
            let url = try HTTPURL("http://127.0.0.1:\(socket.port)")
            let error = #expect(throws: HTTPError.self) { try HTTPClient().send(HTTPRequest(), to: url) }
            #expect(error?.code == .connectionRefused)
        }
    }

    @Test func `says that a name has no address`() async throws {
        try await onThread {
            // The top level .invalid never resolves (RFC 6761 section 6.4).
            let url = try HTTPURL("http://bank.invalid/")
            let error = #expect(throws: HTTPError.self) { try HTTPClient().send(HTTPRequest(), to: url) }
            #expect(error?.code == .nameNotResolved)
        }
    }

    @Test func `does not follow a redirect`() async throws {
        try await onThread {
            let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 302, headers: ["Location": "/x"])) }
            defer { server.stop(within: patience) }
            let response = try HTTPClient().send(HTTPRequest(), to: server.url())
            #expect(response.status == 302)
            #expect(response.headers["location"] == "/x")
        }
    }

    @Test func `keeps the answer's head as received`() async throws {
        try await onThread {
            let text = "HTTP/1.1 299  odd \r\nx-lower:  1\r\nX-LOWER: 2 \r\nContent-Length: 2\r\n\r\nab"
            let server = try HTTPServer { _, _ in
                HTTPReply(HTTPResponse(status: 200), fault: .garbage(Array(text.utf8)))
            }
            defer { server.stop(within: patience) }
            let response = try HTTPClient().send(HTTPRequest(), to: server.url())
            #expect(response.status == 299)
            #expect(response.rawHead == Array(text.utf8.dropLast(2)))
            #expect(response.headers.all("X-Lower") == ["1", "2"])
            #expect(response.body == Array("ab".utf8))
        }
    }

    @Test func `passes interim answers over, and not without end`() async throws {
        try await onThread {
            let interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
            let final = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
            let server = try HTTPServer { request, _ in
                let count = request.target == "/some" ? 3 : 1_000
                let text = String(repeating: interim, count: count) + final
                return HTTPReply(HTTPResponse(status: 200), fault: .garbage(Array(text.utf8)))
            }
            defer { server.stop(within: patience) }
            #expect(try HTTPClient().send(HTTPRequest(), to: server.url("/some")).status == 200)
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(), to: server.url("/many"))
            }
            #expect(error?.code == .malformedStatusLine)
        }
    }

    @Test func `bounds the answer`() async throws {
        try await onThread {
            let server = try HTTPServer { request, _ in
                let fault = request.target == "/chunked" ? WireFault.chunked(50) : nil
                return HTTPReply(HTTPResponse(status: 200, body: [UInt8](repeating: 0x61, count: 101)), fault: fault)
            }
            defer { server.stop(within: patience) }
            var configuration = HTTPClientConfiguration()
            configuration.maximumBodySize = 100
            let client = HTTPClient(configuration: configuration)
            for target in ["/", "/chunked"] {
                let error = #expect(throws: HTTPError.self) { try client.send(HTTPRequest(), to: server.url(target)) }
                #expect(error?.code == .bodyTooLarge)
            }
        }
    }

    @Test func `refuses to send what is no HTTP`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(headers: ["X": "1\r\nY: 2"]), to: server.url())
            }
            #expect(error?.code == .invalidMessage)
        }
    }

    @Test func `sends a request with a fault`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let request = HTTPRequest(method: "POST", body: Array("abcde".utf8))
            let client = HTTPClient()
            for fault in [WireFault.chunked(2), .drip(9, every: .milliseconds(1)), .delay(.milliseconds(1))] {
                #expect(try client.send(request, to: server.url(), fault: fault).body == request.body)
            }
            for fault in [WireFault.truncateBody(keep: 1), .dropConnection, .resetConnection] {
                let error = #expect(throws: HTTPError.self) { try client.send(request, to: server.url(), fault: fault) }
                #expect(error?.code == .connectionClosed)
            }
        }
    }

    @Test func `touches no socket after it was closed`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let closed = try HTTPConnection(to: server.url())
            closed.close()
            // The system gives the number of the closed socket to the next one.
            let other = try HTTPConnection(to: server.url())
            try other.send(HTTPRequest(), deadline: .after(patience))
            #expect(try other.waitUntilReadable(deadline: .after(patience)))
            let deadline = Deadline.after(patience)
            for attempt in 0..<4 {
                let error = #expect(throws: HTTPError.self) {
                    switch attempt {
                    case 0: _ = try closed.receive(upTo: 1, deadline: deadline)
                    case 1: try closed.send(raw: [0x61], deadline: deadline)
                    case 2: _ = try closed.waitUntilReadable(deadline: deadline)
                    default: _ = try closed.receiveResponse(deadline: deadline)
                    }
                }
                #expect(error?.code == .connectionClosed)
            }
            closed.finishSending()
            closed.reset()
            #expect(!closed.isReusable)
            #expect(try other.receiveResponse(deadline: deadline).status == 200)
        }
    }

    @Test func `refuses calls when it is closed`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let client = HTTPClient()
            #expect(try client.send(HTTPRequest(), to: server.url()).status == 200)
            client.close()
            let error = #expect(throws: HTTPError.self) { try client.send(HTTPRequest(), to: server.url()) }
            #expect(error?.code == .clientClosed)
        }
    }
}
