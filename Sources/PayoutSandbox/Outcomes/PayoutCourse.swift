/// The course that a payout takes.
public enum PayoutCourse: Hashable, Sendable {
    /// `ready_to_confirm`, and after the confirmation `payment_finished` with `succeeded`.
    case success
    /// `ready_to_confirm`, and after the confirmation `payment_finished` with `failed` and this error code.
    case failure(code: String)
    /// No `ready_to_confirm`: the bank refuses by itself, `payment_finished` with `failed` and this error code.
    case earlyRefusal(code: String)
    /// The call that starts the payout is refused with this error code, and the session stays as it was.
    case refusedAtStart(code: String)
    /// As a failure, and later the bank corrects itself: a second `payment_finished` with `succeeded`.
    ///
    /// The session status `error` is not final (reference/errors). The correction follows at once, or after
    /// ``SandboxTiming/correction``.
    case lateSuccess(code: String, atOnce: Bool)
    /// As a success, and after ``SandboxTiming/returnAfter`` the recipient's bank returns the money: `payment_refunded`.
    case returned
    /// `ready_to_confirm`, and at once the end with `confirm_timeout`, as if the waiting time had passed.
    case confirmTimeout
    /// The payout stays `in_progress` behind the confirmation, and no `payment_finished` comes.
    case stuck
}
