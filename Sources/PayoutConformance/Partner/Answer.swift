public import HTTPWire
public import PayoutContract
public import StrictJSON

/// A request of the partner and what the bank answered.
public struct Answer: Sendable {
    /// The operation that was asked for.
    public let operation: Operation
    /// The request as it was sent.
    public let request: HTTPRequest
    /// The answer as it came.
    public let response: HTTPResponse
    /// The body of the answer as JSON; nil when it is none.
    public let document: JSONDocument?

    init(operation: Operation, request: HTTPRequest, response: HTTPResponse) {
        self.operation = operation
        self.request = request
        self.response = response
        document = try? JSONDocument(parsing: response.body, policy: .rfc8259)
    }

    /// The member `status` of the body.
    public var status: String? { document?.root["status"]?.string }

    /// Whether the body says that the request was carried out.
    public var isOK: Bool { status == "ok" && response.status < 400 }

    /// Whether the answer says no, in one of the ways that a partner has to understand: by the body's `status`, by a bare
    /// `error`, or by the HTTP status.
    public var isRefusal: Bool {
        status == "error" || document?.root["error"]?.kind == .object || response.status >= 400
    }

    /// The code of the error in the body.
    public var errorCode: String? { document?.root["error"]?["code"]?.string }

    /// The session in the body.
    public var session: SessionView? { document?.root["session"].map(SessionView.init) }
}
