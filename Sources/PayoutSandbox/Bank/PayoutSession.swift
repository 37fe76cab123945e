import PayoutContract

/// A payment session with at most one payout.
struct PayoutSession: Sendable {
    let id: String
    /// The version of the call that created the session; it decides the names in every message about it.
    let version: APIVersion
    let createdAt: SandboxInstant
    var updatedAt: SandboxInstant
    var lifecycle: SessionLifecycle
    /// What was said in `session/create`.
    var terms: PayoutTerms
    var payout: Payout?
    var fault: BankFault?

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

/// A payout of a session.
struct Payout: Sendable {
    let id: String
    let createdAt: SandboxInstant
    var finishedAt: SandboxInstant?
    let card: MaskedCard
    let amount: Money
    let participants: [UInt8]
    let customer: [UInt8]?
    let metadata: [UInt8]?
    var fault: BankFault?

    var course: OutcomeTrigger.Course { OutcomeTrigger.course(ofLastFour: card.lastFour) }
}
