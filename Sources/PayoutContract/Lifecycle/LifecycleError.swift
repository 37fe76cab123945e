/// An event that can't happen in the state of a session.
public struct LifecycleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where the session stood, and stays.
    public var state: SessionLifecycle.State
    /// What was refused.
    public var event: SessionLifecycle.Event

    /// Creates the error for `event` in `state`.
    public init(state: SessionLifecycle.State, event: SessionLifecycle.Event) {
        self.state = state
        self.event = event
    }

    /// The bank's error code, when a call of the partner caused the event; nil when the bank itself did.
    public var errorCode: String? { event.isRequest ? "session_wrong_state" : nil }

    /// A sentence that names the event and the state.
    public var description: String { "\(event.rawValue) is not possible in the state \(state.rawValue)" }
}
