public import HTTPWire
import Synchronization

/// The partner's end of the webhooks: answers 200 to each, keeps it, and lets cases wait for the one they need.
public final class WebhookInbox: Sendable {
    /// A bank that sends without end must not fill the memory; what comes later is answered and not kept.
    private static let maximumCount = 100_000

    private let deliveries: Monitor<[WebhookDelivery]>
    /// Sessions whose next webhook is answered with an error.
    private let refused: Refusals
    private let server: HTTPServer
    private let host: String

    /// Starts listening.
    ///
    /// - Throws: `HTTPError` when the address is not free or not of this machine.
    public init(at address: WebhookAddress = WebhookAddress()) throws(HTTPError) {
        let deliveries = Monitor<[WebhookDelivery]>([])
        let configuration = HTTPServerConfiguration(host: address.host, port: address.port, threadCount: 1)
        let refused = Refusals()
        server = try HTTPServer(configuration: configuration) { request, _ in
            let delivery = deliveries.update { list in
                let delivery = WebhookDelivery(number: list.count, request: request)
                if list.count < Self.maximumCount { list.append(delivery) }
                return delivery
            }
            return HTTPReply(HTTPResponse(status: refused.take(delivery.sessionID) ? 500 : 200))
        }
        self.deliveries = deliveries
        self.refused = refused
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

    /// Answers the next webhook about `sessionID` with HTTP 500, once.
    func refuseNext(about sessionID: String) {
        refused.add(sessionID)
    }

    /// Waits until `count` webhooks of the type given have come about `sessionID`; nil when they don't before the deadline.
    func all(_ type: String, about sessionID: String, count: Int, until deadline: Deadline) -> [WebhookDelivery]? {
        deliveries.wait(until: deadline) { list in
            let found = list.filter { $0.sessionID == sessionID && $0.type == type }
            return found.count >= count ? found : nil
        }
    }

    /// Stops listening.
    public func close() {
        server.stop(within: .milliseconds(100))
    }
}

/// Sessions whose next webhook is answered with an error.
private final class Refusals: Sendable {
    private let sessions = Mutex(Set<String>())

    func add(_ sessionID: String) {
        sessions.withLock { _ = $0.insert(sessionID) }
    }

    func take(_ sessionID: String?) -> Bool {
        sessions.withLock { sessions in sessionID.map { sessions.remove($0) != nil } ?? false }
    }
}
