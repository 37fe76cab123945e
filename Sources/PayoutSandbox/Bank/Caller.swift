import PayoutContract

/// Who asks, and how: what a decision depends on besides the request itself.
struct Caller: Sendable {
    var project: String
    var behaviour: BankBehaviour
    var version: APIVersion
    /// The path of the operation, for the sentence of a refusal and for idempotency keys.
    var operation: String
    /// The value of `X-PARTNER-IDEMPOTENCY-KEY`.
    var idempotencyKey: String?
}
