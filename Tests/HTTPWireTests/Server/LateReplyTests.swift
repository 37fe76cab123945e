import BlockingWork
import HTTPWire
import Testing

@Suite("Server: replies that are given later", .timeLimit(.minutes(10))) struct LateReplyTests {
    private static func send(_ server: HTTPServer, _ target: String = "/") async throws -> HTTPResponse {
        let url = try HTTPURL("http://127.0.0.1:\(server.port)/")
        return try await onThread { try HTTPClient().send(HTTPRequest(target: target), to: url) }
    }

    /// Does work on a thread of its own: on a busy machine Swift's pool has none to spare for a while.
    private static func later(_ work: @escaping @Sendable () -> Void) {
        do {
            try WorkerThread.startDetached(name: "late-reply", work)
        } catch {
            Issue.record(error)
        }
    }

    @Test func `a reply from another thread is sent, and its effect follows`() async throws {
        let isSent = Monitor(false)
        let server = try HTTPServer { _, _ in
            let promise = HTTPReplyPromise()
            Self.later {
                promise.give(HTTPReply(HTTPResponse(status: 201)) { isSent.update { $0 = true } })
                promise.give(HTTPReply(HTTPResponse(status: 500)))
            }
            return .later(promise)
        }
        #expect(try await Self.send(server).status == 201)
        _ = try await onThread { isSent.wait(until: .after(patience)) { $0 ? () : nil } }
        #expect(isSent.withLock { $0 })
        server.stop()
    }

    @Test func `a reply that is given at once is sent`() async throws {
        let server = try HTTPServer { _, _ in
            let promise = HTTPReplyPromise()
            promise.give(HTTPReply(HTTPResponse(status: 202)))
            return .later(promise)
        }
        #expect(try await Self.send(server).status == 202)
        server.stop()
    }

    @Test func `no other connection waits for a late reply`() async throws {
        let promise = HTTPReplyPromise(timeout: .seconds(50))
        let server = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 1)) { request, _ in
            request.target == "/late" ? .later(promise) : HTTPReply(HTTPResponse(status: 200))
        }
        async let late = Self.send(server, "/late")
        for _ in 0..<5 { #expect(try await Self.send(server).status == 200) }
        promise.give(HTTPReply(HTTPResponse(status: 203)))
        #expect(try await late.status == 203)
        server.stop()
    }

    @Test func `a reply that never comes is a 504`() async throws {
        let server = try HTTPServer { _, _ in .later(HTTPReplyPromise(timeout: .milliseconds(20))) }
        #expect(try await Self.send(server).status == 504)
        server.stop()
    }

    @Test func `what follows a reply happens although its peer has gone`() async throws {
        let hasFollowed = Monitor(false)
        let promise = HTTPReplyPromise(timeout: .milliseconds(20))
        let server = try HTTPServer { _, _ in .later(promise) }
        #expect(try await Self.send(server).status == 504)
        promise.give(HTTPReply(HTTPResponse(status: 200)) { hasFollowed.update { $0 = true } })
        _ = try await onThread { hasFollowed.wait(until: .after(patience)) { $0 ? () : nil } }
        #expect(hasFollowed.withLock { $0 })
        server.stop()
    }

    @Test func `pipelined requests behind a late reply are answered behind it`() async throws {
        let server = try HTTPServer { request, _ in
            guard request.target == "/late" else { return HTTPReply(HTTPResponse(status: 200)) }
            let promise = HTTPReplyPromise()
            Self.later { promise.give(HTTPReply(HTTPResponse(status: 203))) }
            return .later(promise)
        }
        let url = try HTTPURL("http://127.0.0.1:\(server.port)/")
        let statuses = try await onThread {
            let connection = try HTTPConnection(to: url)
            defer { connection.close() }
            let bytes = Array("GET /late HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
            try connection.send(raw: bytes, deadline: .after(patience))
            return try (0..<2).map { _ in try connection.receiveResponse(deadline: .after(patience)).status }
        }
        #expect(statuses == [203, 200])
        server.stop()
    }
}
