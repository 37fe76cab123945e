import BlockingWork
import HTTPWire
import PartnerSignature
import StrictJSON

/// A partner's webhook address: takes what comes and answers as it is told.
final class WebhookListener: Sendable {
    private let received = Monitor<[HTTPRequest]>([])
    private let server: HTTPServer
    let url: HTTPURL

    /// - Parameter status: The status for the n-th request, from 1.
    init(status: @escaping @Sendable (Int) -> HTTPResponse = { _ in HTTPResponse(status: 200) }) throws {
        let received = received
        server = try HTTPServer { request, _ in
            let number = received.update { requests in
                requests.append(request)
                return requests.count
            }
            return HTTPReply(status(number))
        }
        url = try HTTPURL("http://127.0.0.1:\(server.port)/hook")
    }

    var requests: [HTTPRequest] { received.withLock { $0 } }

    /// Waits until so many requests have come; gives what came, also when it is fewer in the end.
    func requests(count: Int, within duration: Duration = .seconds(20)) async throws -> [HTTPRequest] {
        let received = received
        return try await onThread {
            received.wait(until: .after(duration)) { $0.count >= count ? $0 : nil } ?? received.withLock { $0 }
        }
    }

    func stop() {
        server.stop(within: .zero)
    }
}

extension HTTPRequest {
    /// Whether the signature of a webhook fits its body.
    func isSigned(by key: PublicKey) -> Bool {
        key.verify(headers["X-PARTNER-SIGN"] ?? "", over: body).isValid
    }

    func webhookText(_ pointer: String) throws -> String? {
        let document = try JSONDocument(parsing: body)
        return JSONPointer(pointer).flatMap { document.root.value(at: $0)?.string }
    }
}
