/// What a handler answers, how it travels, and what happens behind it.
public struct HTTPReply: Sendable {
    /// The answer.
    ///
    /// Content-Length, Connection and Date are added unless they are there.
    public var response: HTTPResponse
    /// Called once on the loop thread, when the last byte of the answer is with the kernel or the connection has failed.
    ///
    /// Like the handler it must be quick: the thread's other connections wait for it.
    public var afterSending: (@Sendable () -> Void)?
    /// A broken way of sending; nil for the usual one.
    public var fault: WireFault?
    /// Where the real reply comes from later; nil when this is it.
    var promise: HTTPReplyPromise?

    /// Creates a reply.
    public init(_ response: HTTPResponse, fault: WireFault? = nil, afterSending: (@Sendable () -> Void)? = nil) {
        self.response = response
        self.fault = fault
        self.afterSending = afterSending
    }

    /// A reply that is given later; until then the connection waits, and no other does.
    public static func later(_ promise: HTTPReplyPromise) -> HTTPReply {
        var reply = HTTPReply(HTTPResponse(status: 504))
        reply.promise = promise
        return reply
    }
}
