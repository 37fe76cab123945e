public import HTTPWire

/// The partner's end of the webhooks: answers 200 to each, keeps it, and lets cases wait for the one they need.
public final class WebhookInbox: Sendable {
    /// A bank that sends without end must not fill the memory; what comes later is answered and not kept.
    private static let maximumCount = 100_000

    private let deliveries: Monitor<[WebhookDelivery]>
    private let server: HTTPServer
    private let host: String

    /// Starts listening.
    ///
    /// - Throws: `HTTPError` when the address is not free or not of this machine.
    public init(at address: WebhookAddress = WebhookAddress()) throws(HTTPError) {
        let deliveries = Monitor<[WebhookDelivery]>([])
        let configuration = HTTPServerConfiguration(host: address.host, port: address.port, threadCount: 1)
        server = try HTTPServer(configuration: configuration) { request, _ in
            deliveries.update { list in
                guard list.count < Self.maximumCount else { return }
                list.append(WebhookDelivery(number: list.count, request: request))
            }
            return HTTPReply(HTTPResponse(status: 200))
        }
        self.deliveries = deliveries
        host = address.host
    }

    /// The address in use, with the port that was taken.
    public var address: WebhookAddress { WebhookAddress(host: host, port: server.port) }

    /// The URL for a bank on this machine; nil when the address can't be written as one.
    public var url: HTTPURL? { try? HTTPURL("http://\(address)/webhooks") }

    /// Everything that has arrived, in that order.
    public var all: [WebhookDelivery] { deliveries.withLock { $0 } }

    /// Everything that has arrived about `sessionID`, in that order.
    public func all(about sessionID: String) -> [WebhookDelivery] {
        all.filter { $0.sessionID == sessionID }
    }

    /// Waits for a webhook about `sessionID` of the type given; nil when none comes before the deadline.
    public func first(_ type: String, about sessionID: String, until deadline: Deadline) -> WebhookDelivery? {
        deliveries.wait(until: deadline) { list in
            list.first { $0.sessionID == sessionID && $0.type == type }
        }
    }

    /// Stops listening.
    public func close() {
        server.stop(within: .milliseconds(100))
    }
}
