import BlockingWork
import HTTPWire
import Testing

@Suite("HTTP server: faults on request", .timeLimit(.minutes(10))) struct ServerFaultTests {
    /// What a client sees of an answer that travels with the fault; the callback must come in each case.
    private func receive(_ fault: WireFault?, body: String = "abcde") async throws -> Result<String, HTTPError> {
        try await onThread {
            let calls = Monitor(0)
            let server = try HTTPServer { _, _ in
                HTTPReply(HTTPResponse(status: 200, body: Array(body.utf8)), fault: fault) { calls.update { $0 += 1 } }
            }
            defer {
                server.stop(within: patience)
                #expect(calls.withLock { $0 } == 1)
            }
            let url = try server.url()
            return Result { () throws(HTTPError) in
                String(decoding: try HTTPClient().send(HTTPRequest(), to: url, timeout: patience).body, as: UTF8.self)
            }
        }
    }

    @Test(
        arguments: [
            nil, .delay(.milliseconds(5)), .drip(7, every: .milliseconds(1)), .chunked(2),
            WireFault(delay: .milliseconds(2), chunkSize: 1, stepSize: 1, ending: .close), WireFault(ending: .close),
        ] as [WireFault?]
    )
    func `an odd answer arrives whole`(_ fault: WireFault?) async throws {
        #expect(try await receive(fault) == .success("abcde"))
    }

    @Test(
        arguments: [
            (.dropConnection, .connectionClosed), (.resetConnection, .connectionReset),
            (WireFault.dropConnection.delayed(by: .milliseconds(2)), .connectionClosed),
            (.truncateBody(keep: 2), .truncatedMessage), (.wrongContentLength(6), .truncatedMessage),
            (.garbage(Array("<html>".utf8)), .malformedStatusLine),
            (.garbage(Array("HTTP/1.1".utf8)), .truncatedMessage),
        ] as [(WireFault, HTTPError.Code)]
    )
    func `a broken answer is told by its code`(_ fault: WireFault, _ code: HTTPError.Code) async throws {
        let result = try await receive(fault)
        guard case .failure(let error) = result else {
            Issue.record("the answer was taken")
            return
        }
        #expect(error.code == code)
    }

    @Test func `a length that is too small cuts the body, and what is left over spoils no later answer`() async throws {
        try await onThread {
            let server = try HTTPServer { _, peer in
                let fault = peer.connection == 1 ? WireFault(declaredLength: 2) : nil
                return HTTPReply(HTTPResponse(status: 200, body: Array("abcde".utf8)), fault: fault)
            }
            defer { server.stop(within: patience) }
            let client = HTTPClient()
            #expect(try client.send(HTTPRequest(), to: server.url()).body == Array("ab".utf8))
            #expect(try client.send(HTTPRequest(), to: server.url()).body == Array("abcde".utf8))
        }
    }

    @Test func `a delayed answer does not hold up other connections`() async throws {
        try await onThread {
            let server = try HTTPServer(configuration: HTTPServerConfiguration(threadCount: 1)) { request, _ in
                HTTPReply(
                    HTTPResponse(status: 200, body: Array(request.target.utf8)),
                    fault: request.target == "/slow" ? .delay(.seconds(3_600)) : nil
                )
            }
            defer { server.stop(within: .zero) }
            let slow = try HTTPConnection(to: server.url())
            try slow.send(raw: lines("GET /slow HTTP/1.1\nHost: a\n\n"), deadline: .after(patience))
            #expect(try HTTPClient().send(HTTPRequest(), to: server.url("/quick")).body == Array("/quick".utf8))
        }
    }
}
