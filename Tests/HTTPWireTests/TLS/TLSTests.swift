import BlockingWork
import HTTPWire
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("HTTP over TLS", .timeLimit(.minutes(10))) struct TLSTests {
    /// A server under a certificate of an authority whose file the client is told to trust.
    private func call(
        certificateFor hosts: [String] = ["localhost", "127.0.0.1"],
        from start: Duration = .seconds(-60),
        to end: Duration = .seconds(60),
        trusts: Trusted = .issuer,
        host: String = "localhost"
    ) async throws -> Result<HTTPResponse, HTTPError> {
        try await onThread {
            let authority = try TLSAuthority()
            let identity = try authority.issue(for: hosts, from: start, to: end)
            let server = try echoServer(HTTPServerConfiguration(tls: identity))
            defer { server.stop(within: patience) }
            let url = try server.url("/x", scheme: "https", host: host)
            let request = HTTPRequest(method: "POST", body: Array("abc".utf8))
            switch trusts {
            case .system: return send(request, to: url, trust: .system)
            case .issuer:
                return try withFile(authority.certificate) { send(request, to: url, trust: .certificateFile($0)) }
            case .certificate:
                return try withFile(identity.certificateChain) { send(request, to: url, trust: .certificateFile($0)) }
            case .other:
                return try withFile(TLSAuthority().certificate) {
                    send(request, to: url, trust: .certificateFile($0))
                }
            }
        }
    }

    private enum Trusted {
        case system
        case issuer
        case certificate
        case other
    }

    private func send(
        _ request: HTTPRequest,
        to url: HTTPURL,
        trust: HTTPClientConfiguration.Trust
    ) -> Result<HTTPResponse, HTTPError> {
        Result { () throws(HTTPError) in
            let client = HTTPClient(configuration: HTTPClientConfiguration(trust: trust))
            let first = try client.send(request, to: url, timeout: patience)
            let second = try client.send(request, to: url, timeout: patience)
            #expect(first.body == second.body)
            return second
        }
    }

    private func expectRefused(_ result: Result<HTTPResponse, HTTPError>, _ code: HTTPError.Code) {
        guard case .failure(let error) = result else {
            Issue.record("the certificate was accepted")
            return
        }
        #expect(error.code == code)
    }

    @Test(arguments: ["localhost", "127.0.0.1"])
    func `accepts a certificate of a trusted authority for the host`(_ host: String) async throws {
        #expect(try await call(host: host).get().body == Array("abc".utf8))
    }

    @Test func `accepts the very certificate that it is given`() async throws {
        #expect(try await call(trusts: .certificate).get().status == 200)
    }

    @Test func `refuses an authority that the system does not know`() async throws {
        expectRefused(try await call(trusts: .system), .certificateUntrusted)
    }

    @Test func `refuses another authority than the one given`() async throws {
        expectRefused(try await call(trusts: .other), .certificateUntrusted)
    }

    @Test(arguments: [["other.test"], ["127.0.0.1"], ["*.localhost"], ["localhost.test"]])
    func `refuses a certificate for another host`(_ hosts: [String]) async throws {
        expectRefused(try await call(certificateFor: hosts), .certificateHostMismatch)
    }

    @Test func `refuses a certificate for another address`() async throws {
        expectRefused(
            try await call(certificateFor: ["localhost", "127.0.0.2"], host: "127.0.0.1"),
            .certificateHostMismatch
        )
    }

    @Test func `refuses a certificate that has expired`() async throws {
        expectRefused(try await call(from: .seconds(-7_200), to: .seconds(-3_600)), .certificateExpired)
    }

    @Test func `refuses a certificate that is not valid yet`() async throws {
        expectRefused(try await call(from: .seconds(3_600), to: .seconds(7_200)), .certificateNotYetValid)
    }

    @Test func `says that the server does not speak TLS`() async throws {
        try await onThread {
            let server = try echoServer()
            defer { server.stop(within: patience) }
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(), to: server.url(scheme: "https"))
            }
            #expect(error?.code == .tlsHandshake)
        }
    }

    @Test func `tells a client that speaks plain HTTP to use TLS`() async throws {
        try await onThread {
            let server = try echoServer(HTTPServerConfiguration(tls: TLSAuthority().issue(for: ["localhost"])))
            defer { server.stop(within: patience) }
            let response = try HTTPClient().send(HTTPRequest(), to: server.url())
            #expect(response.status == 400)
            #expect(String(decoding: response.body, as: UTF8.self).contains("use https"))
        }
    }

    @Test func `gives up when the handshake does not end in time`() async throws {
        try await onThread {
            let silent = try HTTPServer { _, _ in HTTPReply(HTTPResponse(status: 200)) }
            defer { silent.stop(within: .zero) }
            // A listener that takes connections and never says a word.
            let listener = try SilentListener()
            let url = try HTTPURL("https://127.0.0.1:\(listener.port)")
            let error = #expect(throws: HTTPError.self) {
                try HTTPClient().send(HTTPRequest(), to: url, timeout: .milliseconds(30))
            }
            #expect(error?.code == .timeout)
        }
    }

    @Test func `moves a large body both ways`() async throws {
        try await onThread {
            let authority = try TLSAuthority()
            let server = try echoServer(HTTPServerConfiguration(tls: authority.issue(for: ["localhost"])))
            defer { server.stop(within: patience) }
            let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let url = try server.url(scheme: "https", host: "localhost")
            let result = try withFile(authority.certificate) {
                send(HTTPRequest(method: "POST", body: body), to: url, trust: .certificateFile($0))
            }
            #expect(try result.get().body == body)
        }
    }

    @Test func `refuses a certificate file that holds none, and a key that is not the certificate's`() throws {
        let one = try TLSAuthority().issue(for: ["a.test"])
        let empty = #expect(throws: HTTPError.self) { try TLSIdentity(certificateChain: [], privateKey: []) }
        #expect(empty?.code == .tlsConfiguration)
        let noKey = #expect(throws: HTTPError.self) {
            try TLSIdentity(certificateChain: one.certificateChain, privateKey: one.certificateChain)
        }
        #expect(noKey?.code == .tlsConfiguration)
        let missing = #expect(throws: HTTPError.self) {
            try HTTPConnection(
                to: HTTPURL("https://127.0.0.1:1"),
                configuration: HTTPClientConfiguration(trust: .certificateFile("/nowhere/ca.pem"))
            )
        }
        #expect(missing?.code == .tlsConfiguration)
        #expect(throws: HTTPError.self) { try TLSAuthority().issue(for: ["a,DNS:b"]) }
        #expect(throws: HTTPError.self) { try TLSAuthority().issue(for: []) }
    }
}

/// Runs the body with the path of a file that holds the bytes.
private func withFile<Value>(_ bytes: [UInt8], _ body: (String) throws -> Value) throws -> Value {
    var template = Array("/tmp/payoutkit-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    return try body(path)
}
