import PayoutContract

/// A payment session with the payouts that were started in it.
struct PayoutSession: Hashable, Sendable {
    let id: String
    /// The project of the call that created the session; nobody else sees it.
    let project: String
    /// The version of the call that created the session; it decides the names in every answer about it.
    let version: APIVersion
    let createdAt: SandboxInstant
    var updatedAt: SandboxInstant
    var lifecycle: SessionLifecycle
    /// What was said in `session/create`.
    var terms: PayoutTerms
    var payouts: [Payout] = []
    var fault: BankFault?
    /// What the bank does next by itself.
    var pending: PendingStep?
    /// Grows with each change of any session, so that two records of one session have an order.
    var revision: UInt64 = 0

    /// The payout that decides about the course; the others of a list go the same way.
    var payout: Payout? { payouts.first }

    /// Whether nothing follows any more, neither from the partner nor from the bank.
    var hasEnded: Bool {
        switch lifecycle.state {
        case .accepted, .cancelled, .error: pending == nil
        case .created, .inProgress, .awaitingConfirmation, .confirmed: false
        }
    }

    /// What messages say about the state.
    var standing: Standing {
        Standing(
            session: lifecycle.sessionStatus,
            payout: lifecycle.payoutStatus,
            nextAction: lifecycle.nextAction
        )
    }

    /// The three words in which the bank tells the state of a session.
    struct Standing: Hashable, Sendable {
        var session: String
        var payout: String?
        var nextAction: String?
    }
}

/// A step that the bank will make by itself.
struct PendingStep: Hashable, Sendable {
    var step: Step
    var due: SandboxInstant
}
