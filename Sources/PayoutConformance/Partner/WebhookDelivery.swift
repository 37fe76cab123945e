public import HTTPWire
public import StrictJSON

/// A webhook as it arrived.
public struct WebhookDelivery: Sendable {
    /// Its place among all deliveries of the run, from 0.
    public let number: Int
    /// The request with its raw body.
    public let request: HTTPRequest
    /// The body as JSON; nil when it is none.
    public let document: JSONDocument?
    /// The kind of event that the body names.
    public let type: String?
    /// The session that the body speaks of.
    public let sessionID: String?

    init(number: Int, request: HTTPRequest) {
        self.number = number
        self.request = request
        document = try? JSONDocument(parsing: request.body, policy: .rfc8259)
        type = document?.root["type"]?.string
        sessionID = document?.root["session"]?["id"]?.string
    }

    /// The session in the body.
    public var session: SessionView? { document?.root["session"].map(SessionView.init) }
}
