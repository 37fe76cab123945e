import BlockingWork
import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import Testing

@testable import PayoutSandbox

/// A sandbox on a socket with a partner that calls it.
final class SandboxBench: Sendable {
    let sandbox: Sandbox
    let partner: TestPartner
    let client = HTTPClient()
    private let settled = Monitor(0)

    init(_ configure: (inout SandboxConfiguration) throws -> Void = { _ in }) throws {
        var configuration = SandboxConfiguration()
        try configure(&configuration)
        let settled = settled
        configuration.onDelivery = { delivery in
            if delivery.isSettled { settled.update { $0 += 1 } }
        }
        sandbox = try Sandbox(configuration: configuration)
        partner = try TestPartner.shared.get()
    }

    func stop() async throws {
        let sandbox = sandbox
        try await onThread { sandbox.stop() }
    }

    /// Sends a signed request.
    func call(_ operation: String, _ body: String, version: APIVersion = .v1) async throws -> SaidOnWire {
        try await send(partner.request(operation, body, version: version))
    }

    func send(_ request: HTTPRequest) async throws -> SaidOnWire {
        let (client, url) = (client, sandbox.url)
        return SaidOnWire(response: try await onThread { try client.send(request, to: url) })
    }

    func tokenize(_ token: String, _ number: String) async throws -> SaidOnWire {
        try await send(
            HTTPRequest(
                method: "POST",
                target: "/widget/tokenize",
                headers: ["Content-Type": "application/json"],
                body: Array(#"{"public_token":"\#(token)","card_number":"\#(number)"}"#.utf8)
            )
        )
    }

    /// Token, widget and hash.
    func hash(of number: String) async throws -> String {
        let token = try #require(try await call("token", #"{"tokenize_widget":{"access":true}}"#).text("/public_token"))
        return try #require(try await tokenize(token, number).text("/number_hash"))
    }

    /// Waits until so many webhooks are settled, and gives all.
    func deliveries(count: Int) async throws -> [Delivery] {
        let settled = settled
        _ = try await onThread { settled.wait(until: .after(.seconds(20))) { $0 >= count ? () : nil } }
        return sandbox.deliveries
    }
}

/// An answer that came over a socket.
struct SaidOnWire {
    let response: HTTPResponse

    func text(_ pointer: String) throws -> String? {
        let document = try JSONDocument(parsing: response.body)
        return JSONPointer(pointer).flatMap { document.root.value(at: $0)?.string }
    }

    var findingCount: Int? { response.headers["X-Payoutkit-Findings"].flatMap { Int($0) } }
}
