import BlockingWork
import HTTPWire
import Testing

@Suite("HTTP server: deadlines", .timeLimit(.minutes(10))) struct ServerDeadlineTests {
    private static let short = Duration.milliseconds(30)

    @Test func `answers 408 when the head does not end in time`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(headTimeout: Self.short))
            defer { server.stop(within: patience) }
            let text = try exchange(lines("POST / HTTP/1.1\nHost: a\n"), with: server)
            #expect(text.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        }
    }

    @Test func `does not let single bytes put off the end of the time`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(headTimeout: .milliseconds(500)))
            defer { server.stop(within: patience) }
            let connection = try HTTPConnection(to: server.url())
            let deadline = Deadline.after(patience)
            try connection.send(raw: lines("GET / HTTP/1.1\nX: "), deadline: deadline)
            // A byte each few milliseconds until the server says something; the patience ends first if it never does.
            let drop = WireFault(delay: .milliseconds(2), replacement: [0x61])
            while try !connection.waitUntilReadable(deadline: .now) {
                try connection.send(HTTPRequest(), fault: drop, deadline: deadline)
            }
            #expect(try connection.receiveResponse(deadline: deadline).status == 408)
        }
    }

    @Test func `answers 408 when the body does not end in time`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(bodyTimeout: Self.short))
            defer { server.stop(within: patience) }
            let text = try exchange(lines("POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\nabc"), with: server)
            #expect(text.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        }
    }

    @Test func `closes without a word when nothing comes`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(headTimeout: Self.short))
            defer { server.stop(within: patience) }
            #expect(try exchange([], with: server) == "")
        }
    }

    @Test func `closes a connection that stays idle`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(idleTimeout: Self.short, addsDate: false))
            defer { server.stop(within: patience) }
            let text = try exchange(lines("GET / HTTP/1.1\nHost: a\n\n"), with: server)
            #expect(text == "HTTP/1.1 200 OK\r\nX-Target: /\r\nContent-Length: 0\r\n\r\n")
        }
    }

    @Test func `cuts a client that does not take its answer`() async throws {
        try await onThread {
            let sent = Monitor(false)
            let configuration = HTTPServerConfiguration(writeTimeout: Self.short)
            let server = try HTTPServer(configuration: configuration) { _, _ in
                let response = HTTPResponse(status: 200, body: [UInt8](repeating: 0x61, count: 64 * 1_024 * 1_024))
                return HTTPReply(response) { sent.update { $0 = true } }
            }
            defer { server.stop(within: patience) }
            let connection = try HTTPConnection(to: server.url())
            try connection.send(HTTPRequest(), deadline: .after(patience))
            #expect(sent.wait(until: .after(patience), for: { $0 ? true : nil }) == true)
            let error = #expect(throws: HTTPError.self) { try connection.receiveResponse(deadline: .after(patience)) }
            #expect(error?.code != .timeout)
        }
    }
}
