import HTTPWire
import PartnerSignature
import PayoutSandbox
import PayoutVectors

/// The sandbox under signed payouts over keep-alive connections of this machine: signature verified, body checked, session
/// created.
///
/// The callers are threads of this process, one a connection, so they share the cores with the sandbox: a second's worth of
/// calls is one divided by the time a call, and less than a client of another program would get.
enum SandboxGroup {
    /// Calls of one connection in a round.
    private static let callCount = 50

    static func run(_ table: ResultTable) throws {
        let sandbox = try Sandbox()
        defer { sandbox.stop() }
        let request = try request()
        for connectionCount in [1, 16, 64] {
            let callers = try (0..<connectionCount).map { _ in Caller(try HTTPConnection(to: sandbox.url)) }
            try table.row(
                "session/init/payout over HTTP, \(connectionCount) connections",
                byteCount: nil,
                count: connectionCount * callCount
            ) {
                let threads = try callers.map { caller in
                    try WorkerThread(name: "bench-caller") { caller.call(request, times: callCount) }
                }
                for thread in threads { thread.join() }
                guard !callers.contains(where: \.hasFailed) else {
                    throw BenchError("a call was not answered with 200")
                }
            }
        }
    }

    private static func request() throws -> HTTPRequest {
        let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-partner.pem"))
        let body = Array(
            """
            {"payment_method":{"type":"card","card":{"type":"encrypted_card","encrypted_card":\
            {"number_hash":"63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"}}},\
            "participant_details":{"recipient":{"full_name":"Иванов Иван Иванович"}},\
            "amount_details":{"amount":10000,"currency":"rub"},"metadata":"good"}
            """
            .utf8
        )
        return HTTPRequest(
            method: "POST",
            target: "/api/v1/session/init/payout",
            headers: [
                "Content-Type": "application/json", "X-PARTNER-PROJECT": "test_project",
                "X-PARTNER-SIGN": try key.sign(body),
            ],
            body: body
        )
    }
}

/// One connection that sends calls, each behind the answer to the last.
///
/// One thread at a time uses it, as a round joins its threads before the next begins: hence unchecked.
private final class Caller: @unchecked Sendable {
    private let connection: HTTPConnection
    private(set) var hasFailed = false

    init(_ connection: HTTPConnection) {
        self.connection = connection
    }

    func call(_ request: HTTPRequest, times count: Int) {
        do {
            for _ in 0..<count {
                try connection.send(request, deadline: .after(.seconds(10)))
                let response = try connection.receiveResponse(deadline: .after(.seconds(10)))
                if response.status != 200 { hasFailed = true }
            }
        } catch {
            hasFailed = true
        }
    }
}
