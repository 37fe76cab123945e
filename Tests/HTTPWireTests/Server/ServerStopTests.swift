import BlockingWork
import HTTPWire
import Testing

@Suite("HTTP server: stopping", .timeLimit(.minutes(10))) struct ServerStopTests {
    /// An address of this machine that no other test binds, so that the port stays free after the stop.
    #if os(Linux)
    private static let quietAddress = "127.0.0.77"
    #else
    private static let quietAddress = "127.0.0.1"
    #endif

    @Test func `takes no connection after it has stopped`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(host: Self.quietAddress))
            let url = try server.url(host: Self.quietAddress)
            #expect(try HTTPClient().send(HTTPRequest(), to: url).status == 200)
            server.stop(within: patience)
            server.stop(within: patience)
            let error = #expect(throws: HTTPError.self) { try HTTPClient().send(HTTPRequest(), to: url) }
            #expect(error?.code == .connectionRefused)
        }
    }

    @Test func `closes idle connections and lets an answer end`() async throws {
        try await onThread {
            let hasBegun = Monitor(false)
            let server = try HTTPServer { _, _ in
                hasBegun.update { $0 = true }
                return HTTPReply(HTTPResponse(status: 200), fault: .delay(.milliseconds(100)))
            }
            let idle = try HTTPConnection(to: server.url())
            let busy = try HTTPConnection(to: server.url())
            try busy.send(HTTPRequest(), deadline: .after(patience))
            #expect(hasBegun.wait(until: .after(patience), for: { $0 ? true : nil }) == true)
            server.stop(within: patience)
            #expect(try idle.receiveAll(deadline: .after(patience)) == "")
            #expect(try busy.receiveResponse(deadline: .after(patience)).status == 200)
        }
    }

    @Test func `cuts what does not end in time, and says so to the reply`() async throws {
        try await onThread {
            let calls = Monitor(0)
            let hasBegun = Monitor(false)
            let server = try HTTPServer { _, _ in
                hasBegun.update { $0 = true }
                return HTTPReply(HTTPResponse(status: 200), fault: .delay(.seconds(3_600))) { calls.update { $0 += 1 } }
            }
            let connection = try HTTPConnection(to: server.url())
            try connection.send(HTTPRequest(), deadline: .after(patience))
            #expect(hasBegun.wait(until: .after(patience), for: { $0 ? true : nil }) == true)
            server.stop(within: .milliseconds(10))
            #expect(calls.withLock { $0 } == 1)
            let error = #expect(throws: HTTPError.self) { try connection.receiveResponse(deadline: .after(patience)) }
            #expect(error?.code == .connectionClosed)
        }
    }

    @Test func `may be stopped by its own handler`() async throws {
        try await onThread {
            let slot = Monitor<HTTPServer?>(nil)
            let server = try HTTPServer { _, _ in
                slot.wait(until: .after(patience)) { $0 }?.stop(within: patience)
                return HTTPReply(HTTPResponse(status: 200))
            }
            slot.update { $0 = server }
            let response = try HTTPClient().send(HTTPRequest(), to: server.url())
            #expect(response.status == 200)
            #expect(response.headers["connection"] == "close")
            slot.update { $0 = nil }
            server.stop(within: patience)
        }
    }
}
