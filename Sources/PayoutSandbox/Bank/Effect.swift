import PayoutContract

/// What follows from a call or a step, to be done after the answer to it was sent.
enum Effect: Hashable, Sendable {
    /// The session goes a step further at that moment, unless something else happened to it before.
    case step(Step, sessionID: String, due: SandboxInstant)
    /// A webhook is to be sent.
    case webhook(Letter)
}

/// A step that the bank makes by itself.
enum Step: String, CaseIterable, Hashable, Sendable {
    /// The bank is ready and asks for the confirmation.
    case becomeReady = "become_ready"
    /// The bank is ready and needs no confirmation.
    case proceed
    /// The bank refuses before it asks.
    case refuseEarly = "refuse_early"
    /// The partner has not confirmed in time.
    case timeOut = "time_out"
    /// The confirmed payout ends.
    case settle
    /// A payout that had failed is paid after all.
    case correct
    /// The recipient's bank sends the money of a payout back.
    case returnMoney = "return_money"
}

/// A webhook before it is signed.
struct Letter: Hashable, Sendable {
    /// Number from 1 in the order in which the bank wrote its webhooks.
    var number: UInt64
    var type: WebhookType
    var project: String
    var sessionID: String
    var body: [UInt8]
    var due: SandboxInstant
}
