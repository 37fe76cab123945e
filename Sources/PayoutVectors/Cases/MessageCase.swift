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
    /// The exact bytes.
    public let body: [UInt8]
    /// The body of the request that this message answers, or tells the outcome of; nil where the case gives none.
    public let request: [UInt8]?
    /// What has to become of them.
    public let expectation: Expectation
}

/// A JSON text, right or wrong, without regard to what it means.
public struct TextCase: Hashable, Sendable {
    /// The exact bytes.
    public let body: [UInt8]
    /// What has to become of them.
    public let expectation: Expectation
}
