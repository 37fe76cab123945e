import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON
import Synchronization
import TestSupport
import Testing

@testable import PayoutRegression

@Suite("Traffic: recording", .timeLimit(.minutes(2))) struct RecorderTests {
    /// What a recorder has shown.
    private final class Seen: Sendable {
        let records = Mutex<[TrafficRecord]>([])
        var all: [TrafficRecord] { records.withLock(\.self) }
        func add(_ record: TrafficRecord) { records.withLock { $0.append(record) } }
    }

    private static func recorder(
        to upstream: HTTPURL,
        client: HTTPClientConfiguration = HTTPClientConfiguration(timeout: .seconds(20), userAgent: nil),
        _ seen: Seen
    ) throws -> TrafficRecorder {
        let ticks = Mutex<Int64>(1_000)
        return try TrafficRecorder(
            upstream: upstream,
            kind: .exchange,
            server: HTTPServerConfiguration(),
            client: HTTPClient(configuration: client),
            now: {
                ticks.withLock { ticks in
                    ticks += 1_000
                    return ticks
                }
            },
            take: { seen.add($0) }
        )
    }

    private static func echo(tls: TLSIdentity? = nil, after delay: Duration? = nil) throws -> HTTPServer {
        try HTTPServer(configuration: HTTPServerConfiguration(tls: tls)) { request, _ in
            let host = request.headers["host"] ?? ""
            let headers: HTTPHeaders = ["X-Seen-Host": host, "X-Seen-Target": request.target, "X-Twice": "a"]
            let response = HTTPResponse(status: 201, headers: headers, body: request.body)
            return HTTPReply(response, fault: delay.map { .delay($0) })
        }
    }

    @Test func `bytes, targets, fields and status pass unchanged`() throws {
        let upstream = try Self.echo()
        defer { upstream.stop() }
        let seen = Seen()
        let recorder = try Self.recorder(to: HTTPURL("http://127.0.0.1:\(upstream.port)/base"), seen)
        defer { recorder.stop() }
        let body: [UInt8] = Array(0...255) + [0xC3, 0x28]
        let request = HTTPRequest(method: "POST", target: "/api/v1/token?x=1", headers: ["X-Own": "ä b"], body: body)
        let response = try HTTPClient().send(request, to: HTTPURL(recorder.url))
        #expect(response.status == 201)
        #expect(response.body == body)
        #expect(response.headers["x-seen-target"] == "/base/api/v1/token?x=1")
        #expect(response.headers["x-seen-host"] == "127.0.0.1:\(upstream.port)")
        let record = try #require(seen.all.first)
        #expect(record.requestBody == body)
        #expect(record.answerBody == body)
        #expect(record.duration == 1_000)
        let line = try JSONTree(parsing: record.line)
        #expect(line["request"]?["body_base64"]?.string == Base64.encode(body))
    }

    @Test func `an upstream under TLS is verified`() throws {
        let authority = try TLSAuthority()
        let upstream = try Self.echo(tls: authority.issue(for: ["localhost"]))
        defer { upstream.stop() }
        let folder = try TemporaryFolder()
        let trusted = try folder.write(authority.certificate, to: "authority.pem")
        let url = try HTTPURL("https://localhost:\(upstream.port)/")
        for (trust, status) in [(HTTPClientConfiguration.Trust.certificateFile(trusted), 201), (.system, 502)] {
            let seen = Seen()
            let client = HTTPClientConfiguration(timeout: .seconds(20), trust: trust, userAgent: nil)
            let recorder = try Self.recorder(to: url, client: client, seen)
            defer { recorder.stop() }
            let request = HTTPRequest(method: "POST", target: "/x", body: [1])
            #expect(try HTTPClient().send(request, to: HTTPURL(recorder.url)).status == status)
            #expect(seen.all.first?.status == (status == 201 ? 201 : nil))
        }
    }

    @Test func `an upstream that does not answer in time is 504, and recorded without an answer`() throws {
        let upstream = try Self.echo(after: .seconds(30))
        defer { upstream.stop(within: .zero) }
        let seen = Seen()
        let client = HTTPClientConfiguration(timeout: .milliseconds(200), userAgent: nil)
        let recorder = try Self.recorder(to: HTTPURL("http://127.0.0.1:\(upstream.port)/"), client: client, seen)
        defer { recorder.stop() }
        let answer = try HTTPClient().send(HTTPRequest(target: "/"), to: HTTPURL(recorder.url))
        #expect(answer.status == 504)
        #expect(seen.all.map(\.status) == [nil])
    }

    @Test func `signed calls to the sandbox stay signed, and are replayed`() throws {
        let sandbox = try Sandbox()
        defer { sandbox.stop() }
        let seen = Seen()
        let recorder = try Self.recorder(to: sandbox.url, seen)
        defer { recorder.stop() }
        let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        for body in [#"{"metadata":"Ёлка"}"#, #"{ "metadata" : [1, 2.50] }"#] {
            let request = HTTPRequest(
                method: "POST",
                target: "/api/v1/session/create",
                headers: [
                    "Content-Type": "application/json", "X-PARTNER-PROJECT": "test_project",
                    "X-PARTNER-SIGN": try key.sign(Array(body.utf8)),
                ],
                body: Array(body.utf8)
            )
            #expect(try HTTPClient().send(request, to: HTTPURL(recorder.url)).status == 200)
        }
        let replay = Replay(name: "current", contract: try .embedded())
        var summary = replay.emptySummary
        for (number, record) in seen.all.enumerated() {
            try replay.judge(NDJSONLine(number: number, offset: 0, bytes: record.line), into: &summary)
        }
        #expect(summary.messages["session/create (v1)"]?.total == 2)
        #expect(summary.messages["session/create/response (v1)"]?.total == 2)
        #expect(!summary.hasFailures)
    }
}
