import PayoutContract

/// What follows from a call or a step, to be done after the answer to it was sent.
enum Effect: Sendable {
    /// The session goes a step further at that moment, unless something else happened to it before.
    case step(Step, sessionID: String, due: SandboxInstant)
    /// A webhook is to be sent.
    case webhook(Letter)
}

/// A step that the bank makes by itself.
enum Step: Hashable, Sendable {
    /// The bank is ready and asks for the confirmation.
    case becomeReady
    /// The bank refuses before it asks.
    case refuseEarly
    /// The partner has not confirmed in time.
    case timeOut
    /// The confirmed payout ends.
    case settle
    /// A payout that had failed is paid after all.
    case correct
}

/// A webhook before it is signed.
struct Letter: Sendable {
    var type: WebhookType
    var sessionID: String
    var body: [UInt8]
    var due: SandboxInstant
}
