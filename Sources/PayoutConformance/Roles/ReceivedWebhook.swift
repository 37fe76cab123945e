public import HTTPWire

/// A webhook on its way to a partner, with all that the partner needs to judge it.
public struct ReceivedWebhook: Hashable, Sendable {
    /// The header fields as they came.
    public var headers: HTTPHeaders
    /// The raw body.
    public var body: [UInt8]
    /// The bank's public key.
    public var bankKeyPEM: [UInt8]
    /// The partner's orders that are on their way, each with its session.
    public var orders: [PartnerOrder]

    /// Creates a webhook.
    public init(headers: HTTPHeaders, body: [UInt8], bankKeyPEM: [UInt8], orders: [PartnerOrder]) {
        self.headers = headers
        self.body = body
        self.bankKeyPEM = bankKeyPEM
        self.orders = orders
    }
}

/// What a partner answers to a webhook, and what it then does.
public struct WebhookReaction: Hashable, Sendable {
    /// The call that follows.
    public enum Action: String, CaseIterable, Hashable, Sendable {
        /// `session/confirm`.
        case confirm
        /// `session/cancel`.
        case cancel
        /// No call.
        case none
    }

    /// The HTTP status of the answer.
    public var status: Int
    /// The call that follows.
    public var action: Action
    /// The session that the call is about; nil without one.
    public var sessionID: String?

    /// Creates a reaction.
    public init(status: Int, action: Action = .none, sessionID: String? = nil) {
        self.status = status
        self.action = action
        self.sessionID = sessionID
    }
}
