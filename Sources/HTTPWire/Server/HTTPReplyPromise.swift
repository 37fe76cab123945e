/// A reply that is given later, from any thread, while the loop goes on with other connections.
///
/// The first reply counts; further ones are dropped. It may be given before the handler returns.
public final class HTTPReplyPromise: Sendable {
    private struct State: Sendable {
        var reply: HTTPReply?
        var isGiven = false
        var take: (@Sendable (HTTPReply) -> Void)?
    }

    /// How long the peer waits before it is told 504.
    public let timeout: Duration
    private let state = Monitor(State())

    /// Creates a promise.
    ///
    /// - Parameter timeout: How long the peer waits before it is told 504.
    public init(timeout: Duration = .seconds(30)) {
        self.timeout = timeout
    }

    /// Gives the reply.
    public func give(_ reply: HTTPReply) {
        let take = state.withLock { state -> (@Sendable (HTTPReply) -> Void)? in
            guard !state.isGiven else { return nil }
            state.isGiven = true
            if state.take == nil { state.reply = reply }
            return state.take
        }
        take?(reply)
    }

    /// Hands the reply to the loop, now or when it is given.
    func whenGiven(_ take: @escaping @Sendable (HTTPReply) -> Void) {
        let reply = state.withLock { state -> HTTPReply? in
            state.take = take
            return state.reply
        }
        if let reply { take(reply) }
    }
}
