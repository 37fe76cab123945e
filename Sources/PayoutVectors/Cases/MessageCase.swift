/// A body of one message of the API.
public struct MessageCase: Hashable, Sendable {
    /// The way a message travels.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// From the partner.
        case request
        /// From the bank, as an answer.
        case response
        /// From the bank, on its own account.
        case webhook
    }

    /// The version of the API: `v1` or `v2`.
    public let api: String
    /// The path of the operation, the type of the webhook, or `error`.
    public let message: String
    /// The way the message travels.
    public let direction: Direction
    /// The body of the request that the message answers, or whose outcome it tells; nil where none is given.
    ///
    /// With it, what the bank sends back is compared with what was sent (rule SESSION.ECHO).
    public let request: [UInt8]?
    /// The exact bytes.
    public let body: [UInt8]
    /// What has to become of them.
    public let expectation: Expectation

    /// The message as the command line calls it: `session/confirm`, `session/confirm/response`,
    /// `webhook/ready_to_confirm` or `error`.
    public var name: String { Self.name(of: message, direction: direction) }

    /// The same for the head of a case file: the path of an operation, the type of a webhook, or `error`.
    public static func name(of message: String, direction: Direction) -> String {
        switch direction {
        case .request: message
        case .response: message == "error" ? message : "\(message)/response"
        case .webhook: "webhook/\(message)"
        }
    }
}

/// A JSON text, right or wrong, without regard to what it means.
public struct TextCase: Hashable, Sendable {
    /// The exact bytes.
    public let body: [UInt8]
    /// What has to become of them.
    public let expectation: Expectation
}
