import BlockingWork
import Testing

@testable import HTTPWire

@Suite("HTTP client: kept connections", .timeLimit(.minutes(10))) struct ConnectionPoolTests {
    private static let configuration = HTTPClientConfiguration(idleTimeout: .seconds(3_600))

    /// Runs one exchange on a connection of the pool, gives it back, and returns the number that the server gave it.
    private func use(
        _ pool: ConnectionPool,
        _ url: HTTPURL,
        before giveBack: (HTTPConnection) throws -> Void = { _ in }
    ) throws -> String {
        let connection = try pool.take(for: url, deadline: .after(patience))
        try connection.send(HTTPRequest(), deadline: .after(patience))
        let response = try connection.receiveResponse(deadline: .after(patience))
        try giveBack(connection)
        pool.give(back: connection, keepAlive: response.headers["keep-alive"])
        return try #require(response.headers["X-Connection"])
    }

    @Test func `uses a connection again`() async throws {
        try await onThread {
            let server = try numberingServer()
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: Self.configuration)
            #expect(try use(pool, server.url()) == use(pool, server.url("/other")))
        }
    }

    @Test func `shares no connection between origins`() async throws {
        try await onThread {
            let server = try numberingServer()
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: Self.configuration)
            #expect(try use(pool, server.url()) == "1")
            #expect(try use(pool, server.url(host: "localhost")) == "2")
            #expect(try use(pool, server.url()) == "1")
        }
    }

    @Test func `leaves out a connection that the server has closed since`() async throws {
        try await onThread {
            let server = try HTTPServer { _, peer in
                let bytes = lines("HTTP/1.1 200 OK\nX-Connection: 1\nContent-Length: 0\n\n")
                return numbered(peer, fault: peer.connection == 1 ? .garbage(bytes) : nil)
            }
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: Self.configuration)
            #expect(try use(pool, server.url()) { try $0.waitForInput(deadline: .after(patience)) } == "1")
            #expect(try use(pool, server.url()) == "2")
        }
    }

    @Test func `leaves out a connection on which the server has said too much`() async throws {
        try await onThread {
            let server = try HTTPServer { _, peer in
                let bytes = lines("HTTP/1.1 200 OK\nX-Connection: 1\nContent-Length: 0\n\n")
                return numbered(peer, fault: peer.connection == 1 ? WireFault(replacement: bytes + bytes) : nil)
            }
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: Self.configuration)
            #expect(try use(pool, server.url()) == "1")
            #expect(try use(pool, server.url()) == "2")
        }
    }

    @Test(arguments: ["timeout=0", "timeout=1", "max=5, timeout=1"])
    func `heeds the time that the server states`(_ keepAlive: String) async throws {
        try await onThread {
            let server = try HTTPServer { _, peer in
                var reply = numbered(peer)
                reply.response.headers["Keep-Alive"] = keepAlive
                return reply
            }
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: Self.configuration)
            #expect(try use(pool, server.url()) != use(pool, server.url()))
        }
    }

    @Test(arguments: [
        HTTPClientConfiguration(idleTimeout: .zero), HTTPClientConfiguration(maximumIdleConnections: 0),
    ])
    func `keeps no longer and no more than configured`(_ configuration: HTTPClientConfiguration) async throws {
        try await onThread {
            let server = try numberingServer()
            defer { server.stop(within: patience) }
            let pool = ConnectionPool(configuration: configuration)
            #expect(try use(pool, server.url()) != use(pool, server.url()))
        }
    }

    @Test func `never sends a POST twice`() async throws {
        try await onThread {
            let count = Monitor(0)
            let server = try HTTPServer { _, _ in
                let number = count.update { count in
                    count += 1
                    return count
                }
                return HTTPReply(HTTPResponse(status: 200), fault: number == 2 ? .dropConnection : nil)
            }
            defer { server.stop(within: patience) }
            let client = HTTPClient(configuration: Self.configuration)
            let request = HTTPRequest(method: "POST", body: [0x61])
            #expect(try client.send(request, to: server.url()).status == 200)
            let error = #expect(throws: HTTPError.self) { try client.send(request, to: server.url()) }
            #expect(error?.code == .connectionClosed)
            #expect(count.withLock { $0 } == 2)
        }
    }
}

/// An answer that tells the number of its connection.
private func numbered(_ peer: HTTPPeer, fault: WireFault? = nil) -> HTTPReply {
    HTTPReply(HTTPResponse(status: 200, headers: ["X-Connection": "\(peer.connection)"]), fault: fault)
}

private func numberingServer() throws -> HTTPServer {
    try HTTPServer { _, peer in numbered(peer) }
}
