extension SessionLifecycle {
    /// The member `status` of the session, as the bank writes it.
    public var sessionStatus: String {
        switch state {
        case .created: "created"
        case .inProgress, .awaitingConfirmation, .confirmed: "in_progress"
        case .accepted: "accepted"
        case .cancelled: "cancelled"
        case .error: "error"
        }
    }

    /// The member `status` of the payout, as the bank writes it; nil while there is no payout.
    public var payoutStatus: String? {
        guard hasPayout else { return nil }
        return switch state {
        case .created: nil
        case .inProgress, .confirmed: "in_progress"
        case .awaitingConfirmation: "pending"
        case .accepted: "succeeded"
        case .cancelled, .error: "failed"
        }
    }

    /// The member `next_action` of the session; nil when the bank expects nothing from the partner.
    public var nextAction: String? { state == .awaitingConfirmation ? "confirm" : nil }

    /// Whether the bank is done with the session; `error` is not final, the bank may correct it.
    public var isFinal: Bool { state == .accepted || state == .cancelled }

    /// The event that a call of the partner causes; nil for a call that changes nothing in an existing session.
    public static func event(of operation: Operation) -> Event? {
        switch operation {
        case .startPayout, .startPayoutWithFiscalization, .startNominalPayout, .startSettlementPayout: .start
        case .confirm: .confirm
        case .cancel: .cancel
        default: nil
        }
    }

    /// The event that a call with this path causes: that of its operation, and ``Event/refund`` for `session/refund`,
    /// which is no operation of the payout flow.
    public static func event(ofPath path: String) -> Event? {
        path == "session/refund" ? .refund : Operation(path: path).flatMap(event(of:))
    }

    /// The life of the session that a call creates; nil for a call about a session that exists.
    public static func begun(by operation: Operation) -> SessionLifecycle? {
        switch operation {
        case .createSession, .createNominalSession, .createSettlementSession: SessionLifecycle()
        case .initPayout, .initPayoutWithFiscalization, .initNominalPayout, .initSettlementPayout: startedAtOnce()
        default: nil
        }
    }
}
