/// An error code as the bank writes it; the set is open (reference/errors: codes may change without notice).
struct ErrorCode: Hashable, Sendable {
    let rawValue: String

    init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The project is not known.
    static let identificationError = ErrorCode("identification_error")
    /// The signature does not fit.
    static let authenticationError = ErrorCode("authentication_error")
    /// The project has no right to the operation.
    static let authorizationError = ErrorCode("authorization_error")
    /// The idempotency key was used before (the official SDK, IdempotencyKeyAlreadyExistsException).
    static let idempotencyKeyAlreadyExists = ErrorCode("idempotency_key_already_exists")
    /// The request is malformed or incomplete.
    static let invalidRequest = ErrorCode("invalid_request")
    /// The operation is not possible in the present status.
    static let sessionWrongState = ErrorCode("session_wrong_state")
    /// The partner cancelled the session.
    static let sessionCancelledByPartner = ErrorCode("session_cancelled_by_partner")
    /// The partner neither confirmed nor cancelled in time.
    static let confirmTimeout = ErrorCode("confirm_timeout")
    /// A failure inside the bank.
    static let internalError = ErrorCode("internal_error")
}

/// The error member of a session or a payout: reference/objects, Error.
struct BankFault: Hashable, Sendable {
    var code: ErrorCode
    var description: String

    static let cancelledByPartner = BankFault(
        code: .sessionCancelledByPartner,
        description: "The session has been cancelled by the partner"
    )
    static let confirmTimeout = BankFault(
        code: .confirmTimeout,
        description: "The payout was not confirmed in time"
    )
}
