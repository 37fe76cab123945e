/// How long the bank takes for what it does by itself.
public struct SandboxTiming: Hashable, Sendable {
    /// From the start of a payout to `ready_to_confirm`.
    public var readiness: Duration
    /// From the confirmation to `payment_finished`.
    public var settlement: Duration
    /// From a failure to its correction, for outcomes that ``OutcomeTrigger`` says so of.
    public var correction: Duration
    /// From a paid payout to `payment_refunded`, for outcomes that ``OutcomeTrigger`` says so of.
    public var returnAfter: Duration
    /// How long the bank waits for `session/confirm` or `session/cancel` before it cancels with `confirm_timeout`.
    ///
    /// The sibling documentation says 240 minutes; this bank has published no time.
    public var confirmation: Duration

    /// Creates a timing; without arguments the bank answers at once, waits 240 minutes, and corrects itself or learns of a
    /// return after a second.
    public init(
        readiness: Duration = .zero,
        settlement: Duration = .zero,
        correction: Duration = .seconds(1),
        returnAfter: Duration = .seconds(1),
        confirmation: Duration = .seconds(240 * 60)
    ) {
        self.readiness = readiness
        self.settlement = settlement
        self.correction = correction
        self.returnAfter = returnAfter
        self.confirmation = confirmation
    }
}
