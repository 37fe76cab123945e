import PayoutVectors

/// A "no" of the bank.
struct Refusal: Error, Hashable, Sendable {
    var code: ErrorCode
    /// The HTTP status; the bank documents none, so these are the kit's choice.
    var status: Int
    var description: String
    /// The rule that the call broke, where one says it.
    var rule: RuleID?
    /// The method to be used instead, for the `Allow` field of a 405.
    var allowedMethod: String?

    init(_ code: ErrorCode, status: Int = 400, rule: RuleID? = nil, _ description: String) {
        self.code = code
        self.status = status
        self.rule = rule
        self.description = description
    }

    static func wrongState(_ operation: String, _ standing: PayoutSession.Standing) -> Refusal {
        let payout = standing.payout.map { " with a payout that is \($0)" } ?? ""
        return Refusal(
            .sessionWrongState,
            rule: "SESSION.STATE",
            "\(operation) is not possible: the session is \(standing.session)\(payout) [SESSION.STATE]"
        )
    }

    /// The answer to a call whose idempotency key was used before.
    static func repeated(_ description: String? = nil) -> Refusal {
        let usual = "The request with this key is already in progress or processed"
        return Refusal(.idempotencyKeyAlreadyExists, description ?? usual)
    }

    static let unknownSession = Refusal(
        .invalidRequest,
        rule: "SESSION.UNKNOWN",
        "There is no session with this session_id [SESSION.UNKNOWN]"
    )

    static let unknownHash = Refusal(
        .invalidRequest,
        "The number_hash is not known; this bank takes hashes that its own widget made of a card number"
    )

    static let unknownToken = Refusal(
        .invalidRequest,
        "The token is not known; this bank takes card_token_ and four digits, such as card_token_4242"
    )

    static func missing(_ member: String) -> Refusal {
        Refusal(
            .invalidRequest,
            rule: "MEMBER.REQUIRED",
            "\(member) is given neither here nor in session/create [MEMBER.REQUIRED]"
        )
    }
}
