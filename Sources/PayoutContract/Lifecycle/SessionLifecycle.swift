/// The life of a session with one payout, from its creation to its end.
///
/// A pure state machine: it knows no clock, sends nothing and decides nothing about outcomes. The transitions follow the
/// bank's page "Payouts with a widget" (payouts/payout-widget) and the objects page; which call is refused in which
/// state is this kit's choice where the bank's pages are silent.
///
/// The answer to `session/confirm` and `session/cancel` still shows the state before the call, so who answers takes a
/// copy before ``apply(_:)``.
public struct SessionLifecycle: Hashable, Sendable {
    /// Where a session stands.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// The session waits to be started or cancelled; it has no payout yet.
        case created
        /// The payout was started and the bank prepares it.
        case inProgress = "in_progress"
        /// The payout waits for `session/confirm` or `session/cancel`.
        case awaitingConfirmation = "awaiting_confirmation"
        /// The payout was confirmed and is being paid.
        case confirmed
        /// The payout succeeded; final.
        case accepted
        /// The session was cancelled, by the partner or by time; final.
        case cancelled
        /// The payout failed as far as the bank knows; *not* final, a late success may follow.
        case error
    }

    /// What may happen to a session.
    public enum Event: String, CaseIterable, Hashable, Sendable {
        /// The partner starts a payout.
        case start
        /// The bank is ready and asks for confirmation.
        case ready
        /// The bank is ready and confirms by itself: the project has single-request payouts.
        case readyWithoutConfirmation = "ready_without_confirmation"
        /// The bank refuses the payout before it asks for confirmation.
        case refuseEarly = "refuse_early"
        /// The partner confirms.
        case confirm
        /// The partner cancels.
        case cancel
        /// The partner asks for the money back; never possible, since only incoming payments are refunded on request
        /// (payouts/payout-refunds).
        case refund
        /// Nobody confirmed within the waiting time.
        case confirmTimeout = "confirm_timeout"
        /// The payout succeeded.
        case succeed
        /// The payout failed.
        case fail
        /// The bank corrects a failure: the money arrived after all.
        case correct
        /// The recipient's bank returned the money of a bank transfer.
        case returnMoney = "return_money"

        /// Whether a call of the partner causes this event, so that a wrong state is the partner's error.
        public var isRequest: Bool {
            switch self {
            case .start, .confirm, .cancel, .refund: true
            default: false
            }
        }
    }

    /// Where the session stands.
    public private(set) var state: State
    /// Whether a payout was attached; a session that is cancelled before its start never has one.
    public private(set) var hasPayout: Bool
    /// How often money of this payout was returned.
    public private(set) var returnCount = 0
    /// The bank's error code for a session that was cancelled after its start, else nil.
    ///
    /// `session_cancelled_by_partner` or `confirm_timeout`, from the bank's page reference/errors.
    public private(set) var cancellationCode: String?

    /// Creates the life of a session after `session/create`.
    public init() {
        state = .created
        hasPayout = false
    }

    /// Creates the life of a session after `session/init/payout`, which creates and starts in one call.
    public static func startedAtOnce() -> SessionLifecycle {
        var lifecycle = SessionLifecycle()
        lifecycle.state = .inProgress
        lifecycle.hasPayout = true
        return lifecycle
    }

    /// Takes the life of a session up where a record left it.
    package init(state: State, hasPayout: Bool, returnCount: Int, cancellationCode: String?) {
        self.state = state
        self.hasPayout = hasPayout
        self.returnCount = returnCount
        self.cancellationCode = cancellationCode
    }

    /// Whether `event` may happen now.
    public func allows(_ event: Event) -> Bool {
        nextState(after: event) != nil
    }

    /// Moves to the next state and tells which webhook the bank sends because of it, nil for none.
    ///
    /// The state stays as it was when an error is thrown. The webhook after `cancel` is probable, not documented.
    @discardableResult
    public mutating func apply(_ event: Event) throws(LifecycleError) -> WebhookType? {
        guard let next = nextState(after: event) else { throw LifecycleError(state: state, event: event) }
        state = next
        switch event {
        case .start: hasPayout = true
        case .cancel where hasPayout: cancellationCode = "session_cancelled_by_partner"
        case .confirmTimeout: cancellationCode = "confirm_timeout"
        case .returnMoney: returnCount += 1
        default: break
        }
        return webhook(after: event)
    }

    private func nextState(after event: Event) -> State? {
        switch (state, event) {
        case (.created, .start): .inProgress
        case (.created, .cancel): .cancelled
        case (.inProgress, .ready): .awaitingConfirmation
        case (.inProgress, .readyWithoutConfirmation): .confirmed
        case (.inProgress, .refuseEarly): .error
        case (.awaitingConfirmation, .confirm): .confirmed
        case (.awaitingConfirmation, .cancel): .cancelled
        case (.awaitingConfirmation, .confirmTimeout): .cancelled
        case (.confirmed, .succeed): .accepted
        case (.confirmed, .fail): .error
        case (.error, .correct): .accepted
        case (.accepted, .returnMoney): .accepted
        default: nil
        }
    }

    private func webhook(after event: Event) -> WebhookType? {
        switch event {
        case .ready: .readyToConfirm
        case .refuseEarly, .confirmTimeout, .succeed, .fail, .correct: .paymentFinished
        case .cancel: hasPayout ? .paymentFinished : nil
        case .returnMoney: .paymentRefunded
        case .start, .confirm, .refund, .readyWithoutConfirmation: nil
        }
    }
}
