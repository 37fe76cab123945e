import BlockingWork
import HTTPWire
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("HTTP server: many connections", .timeLimit(.minutes(10)), .serialized) struct ServerLoadTests {
    @Test(arguments: ServerTests.configurations)
    func `serves 200 connections at once`(_ configuration: HTTPServerConfiguration) async throws {
        try await onThread {
            let server = try echoServer(configuration)
            defer { server.stop(within: patience) }
            let connections = try (0..<200).map { _ in try HTTPConnection(to: server.url()) }
            for round in 0..<3 {
                for (number, connection) in connections.enumerated() {
                    let request = HTTPRequest(method: "POST", body: Array("\(round).\(number)".utf8))
                    try connection.send(request, deadline: .after(patience))
                }
                for (number, connection) in connections.enumerated() {
                    let response = try connection.receiveResponse(deadline: .after(patience))
                    #expect(response.body == Array("\(round).\(number)".utf8))
                }
            }
        }
    }

    @Test func `makes room by closing the longest idle connection`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(maximumConnections: 4, threadCount: 1))
            defer { server.stop(within: patience) }
            for number in 0..<40 {
                let connection = try HTTPConnection(to: server.url())
                try connection.send(HTTPRequest(target: "/\(number)"), deadline: .after(patience))
                #expect(try connection.receiveResponse(deadline: .after(patience)).headers["x-target"] == "/\(number)")
            }
        }
    }

    @Test func `tells a client for which there is no room`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(maximumConnections: 2, threadCount: 1))
            defer { server.stop(within: .zero) }
            let deadline = Deadline.after(patience)
            let holders = try (0..<2).map { _ in try HTTPConnection(to: server.url()) }
            for holder in holders {
                let head = lines("POST / HTTP/1.1\nHost: a\nContent-Length: 1\nExpect: 100-continue\n\n")
                try holder.send(raw: head, deadline: deadline)
                // The interim answer shows that the server has the connection.
                #expect(try !holder.receive(upTo: 100, deadline: deadline).isEmpty)
            }
            let error = try HTTPClient().send(HTTPRequest(), to: server.url())
            #expect(error.status == 503)
            for holder in holders {
                try holder.send(raw: [0x61], deadline: deadline)
                #expect(try holder.receiveResponse(deadline: deadline).status == 200)
            }
        }
    }

    @Test func `survives clients that come and go without a word`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(threadCount: 1))
            defer { server.stop(within: patience) }
            for number in 0..<300 {
                let connection = try HTTPConnection(to: server.url())
                let head = lines("POST / HTTP/1.1\nHost: a\nContent-Length: 9\n\nabc")
                if number % 3 > 0 { try connection.send(raw: Array(head.prefix(number)), deadline: .after(patience)) }
                if number % 2 == 0 { connection.reset() } else { connection.close() }
            }
            #expect(try HTTPClient().send(HTTPRequest(), to: server.url()).status == 200)
        }
    }

    @Test func `answers from many threads of one client`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let client = HTTPClient()
            let url = try server.url()
            let failures = Mutex<[String]>([])
            let threads = try (0..<16)
                .map { number in
                    try WorkerThread(name: "caller-\(number)") {
                        for round in 0..<50 {
                            let body = Array("\(number).\(round)".utf8)
                            let result = Result { try client.send(HTTPRequest(method: "POST", body: body), to: url) }
                            guard case .success(let response) = result, response.body == body else {
                                failures.withLock { $0.append("\(number).\(round): \(result)") }
                                continue
                            }
                        }
                    }
                }
            for thread in threads { thread.join() }
            #expect(failures.withLock { $0 } == [])
        }
    }
}
