import BlockingWork
import HTTPWire
import PayoutContract
import Testing

@testable import PayoutSandbox

@Suite("Sandbox: whatever comes over the wire", .timeLimit(.minutes(10))) struct RobustnessTests {
    /// Sends raw bytes on a connection of their own; the status of the answer, nil when the connection just closes.
    private static func status(_ bench: SandboxBench, _ bytes: [UInt8]) async throws -> Int? {
        let url = bench.sandbox.url
        return try await onThread {
            let connection = try HTTPConnection(to: url)
            defer { connection.close() }
            try connection.send(raw: bytes, deadline: .after(.seconds(5)))
            return try? connection.receiveResponse(deadline: .after(.seconds(5))).status
        }
    }

    @Test(arguments: [
        "GARBAGE\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "POST /api/v1/token HTTP/9.9\r\n\r\n",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\n{}",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n",
        "POST /api/v1/token HTTP/1.1\r\nHost: a\r\n folded: yes\r\n\r\n",
        "POST /api/v1/token\u{0} HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /" + String(repeating: "a", count: 20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: y\r\n", count: 500) + "\r\n",
    ])
    func `a broken request is refused, and the next partner is served`(_ text: String) async throws {
        let bench = try SandboxBench()
        let status = try await Self.status(bench, Array(text.utf8))
        #expect(status.map { (400...599).contains($0) } ?? true)
        #expect(bench.sandbox.exchanges.isEmpty)
        #expect(try await bench.call("session/create", "{}").response.status == 200)
        try await bench.stop()
    }

    @Test func `a partner that closes early takes nothing along`() async throws {
        let bench = try SandboxBench()
        let request = try bench.partner.request("session/init/payout", Bodies.initPayout())
        let url = bench.sandbox.url
        try await onThread {
            for part in 0..<40 {
                let connection = try HTTPConnection(to: url)
                let fault = WireFault(keptBodySize: part * 5, ending: part % 2 == 0 ? .close : .reset)
                try connection.send(request, fault: fault, deadline: .after(.seconds(5)))
                connection.close()
            }
        }
        #expect(bench.sandbox.sessions.isEmpty)
        #expect(try await bench.call("session/create", "{}").response.status == 200)
        try await bench.stop()
    }

    @Test func `pipelined calls are answered in their order`() async throws {
        let bench = try SandboxBench()
        let url = bench.sandbox.url
        let bodies = (0..<20).map { #"{"metadata":"\#($0)"}"# }
        let requests = try bodies.map { try bench.partner.request("session/create", $0) }
        let ids = try await onThread {
            let connection = try HTTPConnection(to: url)
            defer { connection.close() }
            for request in requests { try connection.send(request, deadline: .after(.seconds(5))) }
            return try requests.map { _ in
                try SaidOnWire(response: connection.receiveResponse(deadline: .after(.seconds(5)))).text("/session/id")
            }
        }
        #expect(ids.compactMap(\.self) == bench.sandbox.sessions.map(\.id))
        try await bench.stop()
    }

    @Test func `512 connections stay open and are all served`() async throws {
        let bench = try SandboxBench { $0.server.maximumConnections = 1_024 }
        let request = try bench.partner.request("session/create", "{}")
        let url = bench.sandbox.url
        let answered = try await onThread {
            let connections = try (0..<512).map { _ in try HTTPConnection(to: url, deadline: .after(.seconds(30))) }
            defer { for connection in connections { connection.close() } }
            var answered = 0
            for _ in 0..<2 {
                for connection in connections { try connection.send(request, deadline: .after(.seconds(30))) }
                for connection in connections {
                    let response = try connection.receiveResponse(deadline: .after(.seconds(30)))
                    if response.status == 200 { answered += 1 }
                }
            }
            return answered
        }
        #expect(answered == 1_024)
        #expect(bench.sandbox.sessions.count == 1_024)
        try await bench.stop()
    }

    @Test func `a stop comes to its end while partners hang`() async throws {
        let hanging = try HTTPServer { _, _ in .later(HTTPReplyPromise(timeout: .seconds(60))) }
        let bench = try SandboxBench { $0.webhookURL = try HTTPURL("http://127.0.0.1:\(hanging.port)/") }
        for _ in 0..<3 { _ = try await bench.call("session/init/payout", Bodies.initPayout()) }
        let open = try HTTPConnection(to: bench.sandbox.url)
        try open.send(raw: Array("POST /api/v1/token HTTP/1.1\r\nHost: a\r\n".utf8), deadline: .after(.seconds(5)))
        let sandbox = bench.sandbox
        // Timed where it happens: on a busy machine the test itself may go on much later.
        let took = try await onThread {
            let start = ContinuousClock.now
            sandbox.stop()
            return ContinuousClock.now - start
        }
        #expect(took < .seconds(6))
        hanging.stop(within: .zero)
        open.close()
    }
}
