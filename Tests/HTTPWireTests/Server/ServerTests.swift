import BlockingWork
import HTTPWire
import Synchronization
import Testing

@Suite("HTTP server", .timeLimit(.minutes(10))) struct ServerTests {
    /// Both ways of waiting for sockets are tried, whatever the platform prefers.
    static let configurations = [false, true]
        .map { isPortable in
            var configuration = HTTPServerConfiguration(addsDate: false)
            configuration.usesPortablePolling = isPortable
            return configuration
        }

    @Test(arguments: configurations)
    func `answers requests on one connection`(_ configuration: HTTPServerConfiguration) async throws {
        try await onThread {
            let peers = Mutex<[HTTPPeer]>([])
            let server = try HTTPServer(configuration: configuration) { request, peer in
                peers.withLock { $0.append(peer) }
                return HTTPReply(HTTPResponse(status: 200, headers: ["X-Path": request.path], body: request.body))
            }
            defer { server.stop(within: patience) }
            let client = HTTPClient()
            for number in 1...3 {
                let body = Array("{\"n\":\(number)}".utf8)
                let response = try client.send(HTTPRequest(method: "POST", body: body), to: server.url("/a?x=1"))
                #expect(response.status == 200)
                #expect(response.headers["x-path"] == "/a")
                #expect(response.body == body)
            }
            let seen = peers.withLock { $0 }
            #expect(seen.map(\.connection) == [1, 1, 1])
            #expect(seen.map(\.request) == [1, 2, 3])
            #expect(seen.allSatisfy { $0.address == "127.0.0.1" && $0.isLoopback && $0.port > 0 })
        }
    }

    @Test(arguments: configurations)
    func `answers pipelined requests in their order`(_ configuration: HTTPServerConfiguration) async throws {
        try await onThread {
            let server = try HTTPServer(configuration: configuration) { request, _ in
                // The first answers wait longest, so only a queue keeps the order.
                let fault = request.target == "/1" ? WireFault.delay(.milliseconds(30)) : nil
                return HTTPReply(HTTPResponse(status: 200, body: Array(request.target.utf8)), fault: fault)
            }
            defer { server.stop(within: patience) }
            let requests = (1...5).map { "GET /\($0) HTTP/1.1\nHost: a\n\n" }.joined()
            let last = "GET /6 HTTP/1.1\nHost: a\nConnection: close\n\nGET /7 HTTP/1.1\nHost: a\n\n"
            let text = try exchange(lines(requests + last), with: server)
            let answers = (1...6)
                .map { number in
                    let close = number == 6 ? "Connection: close\n" : ""
                    return "HTTP/1.1 200 OK\nContent-Length: 2\n\(close)\n/\(number)"
                }
            #expect(text == String(decoding: lines(answers.joined()), as: UTF8.self))
        }
    }

    @Test func `reads a request that arrives byte by byte`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let bytes = lines(
                "POST /x HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nConnection: close\n\n3\nabc\n0\n\n"
            )
            let connection = try HTTPConnection(to: server.url())
            for byte in bytes { try connection.send(raw: [byte], deadline: .after(patience)) }
            let response = try connection.receiveResponse(deadline: .after(patience))
            #expect(response.body == Array("abc".utf8))
            #expect(response.headers["connection"] == "close")
        }
    }

    @Test func `answers what breaks a rule, and closes`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(threadCount: 1, addsDate: false))
            defer { server.stop(within: patience) }
            for vector in RequestVectors.rejected {
                let text = try exchange(vector.bytes, with: server)
                #expect(text.hasPrefix("HTTP/1.1 \(vector.status) "), "\(vector.title)")
                #expect(text.contains("\r\nConnection: close\r\n"), "\(vector.title)")
                #expect(text.hasSuffix("[\(vector.code)]\n"), "\(vector.title)")
            }
            #expect(
                try exchange(lines("GET / HTTP/1.1\nHost: a\nConnection: close\n\n"), with: server).contains("200 OK")
            )
        }
    }

    @Test func `answers the requests before one that is refused`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let text = try exchange(
                lines("GET /1 HTTP/1.1\nHost: a\n\nGET /2 HTTP/1.1\nHost: a\nX : 1\n\n"),
                with: server
            )
            #expect(text.contains("X-Target: /1"))
            #expect(text.contains("400 Bad Request"))
            #expect(!text.contains("X-Target: /2"))
        }
    }

    @Test func `refuses a body by its announced length before it arrives`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(limits: HTTPLimits(maximumBodySize: 10)))
            defer { server.stop(within: patience) }
            let head = lines("POST / HTTP/1.1\nHost: a\nContent-Length: 11\nExpect: 100-continue\n\n")
            #expect(try exchange(head, with: server).hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
        }
    }

    @Test func `lets the client go on when it asks`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let connection = try HTTPConnection(to: server.url())
            let head = lines("POST / HTTP/1.1\nHost: a\nContent-Length: 3\nExpect: 100-continue\n\n")
            try connection.send(raw: head, deadline: .after(patience))
            let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
            #expect(try connection.receive(upTo: interim.count, deadline: .after(patience)) == interim)
            try connection.send(raw: Array("abc".utf8), deadline: .after(patience))
            #expect(try connection.receiveResponse(deadline: .after(patience)).body == Array("abc".utf8))
        }
    }

    @Test func `keeps an HTTP/1.0 connection only when asked to`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let closed = try exchange(lines("GET / HTTP/1.0\n\n"), with: server)
            #expect(closed.contains("Connection: close"))
            let kept = try exchange(lines("GET / HTTP/1.0\nConnection: keep-alive\n\nGET / HTTP/1.0\n\n"), with: server)
            #expect(kept.contains("Connection: keep-alive"))
            #expect(kept.split(separator: "200 OK").count == 3)
        }
    }

    @Test func `sends no body in answer to HEAD`() async throws {
        try await onThread {
            let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200, body: Array("abc".utf8))) }
            defer { server.stop(within: patience) }
            let client = HTTPClient()
            for _ in 0..<2 {
                let response = try client.send(HTTPRequest(method: "HEAD"), to: server.url())
                #expect(response.headers["content-length"] == "3")
                #expect(response.body == [])
            }
        }
    }

    @Test func `moves a large body both ways`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let response = try HTTPClient().send(HTTPRequest(method: "PUT", body: body), to: server.url())
            #expect(response.body == body)
        }
    }

    @Test func `answers 500 in place of an answer that cannot be written`() async throws {
        try await onThread {
            let server = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200, headers: ["X": "a\r\nY: b"])) }
            defer { server.stop(within: patience) }
            #expect(try HTTPClient().send(HTTPRequest(), to: server.url()).status == 500)
        }
    }

    @Test func `says that the address is in use`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let error = #expect(throws: HTTPError.self) {
                try echoServer(HTTPServerConfiguration(port: server.port))
            }
            #expect(error?.code == .addressInUse)
            let other = #expect(throws: HTTPError.self) { try echoServer(HTTPServerConfiguration(host: "192.0.2.1")) }
            #expect(other?.code == .addressNotAvailable)
        }
    }

    private static var hasIPv6: Bool {
        (try? echoServer(HTTPServerConfiguration(host: "::1"))) != nil
    }

    @Test(.enabled(if: hasIPv6, "this machine has no IPv6"))
    func `serves IPv6`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(host: "::1"))
            defer { server.stop(within: patience) }
            #expect(try HTTPClient().send(HTTPRequest(), to: server.url(host: "[::1]")).status == 200)
        }
    }
}
