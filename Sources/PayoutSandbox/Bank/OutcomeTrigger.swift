/// What happens to a payout, chosen by the last four digits of the card.
///
/// The bank has published no test cards for payouts; this table is the kit's own and true for the sandbox only. Cards that
/// it does not name are paid.
public struct OutcomeTrigger: Hashable, Sendable {
    /// The course that a payout takes.
    public enum Course: Hashable, Sendable {
        /// `ready_to_confirm`, and after the confirmation `payment_finished` with `succeeded`.
        case success
        /// `ready_to_confirm`, and after the confirmation `payment_finished` with `failed` and this error code.
        case failure(code: String)
        /// No `ready_to_confirm`: the bank refuses at once, `payment_finished` with `failed` and this error code.
        case earlyRefusal(code: String)
        /// As a failure, and later the bank corrects itself: a second `payment_finished` with `succeeded`.
        ///
        /// The session status `error` is not final (reference/errors). The correction follows at once, or after
        /// ``SandboxTiming/correction``.
        case lateSuccess(code: String, atOnce: Bool)
    }

    /// The last four digits.
    public let lastFour: String
    /// A card number with these digits that passes the check of Luhn, for the widget stand-in.
    public let cardNumber: String
    /// What happens.
    public let course: Course
    /// One line for people.
    public let summary: String

    /// The whole table.
    public static let all: [OutcomeTrigger] = [
        OutcomeTrigger("4940", "2200240000014940", .success, "paid"),
        OutcomeTrigger("4242", "4242424242424242", .success, "paid"),
        OutcomeTrigger("0002", "2200240000040002", .failure(code: "declined_by_issuer_bank"), "declined by the issuer"),
        OutcomeTrigger("0014", "2200240000000014", .failure(code: "card_number_does_not_exist"), "no such card"),
        OutcomeTrigger(
            "0051",
            "2200240000040051",
            .failure(code: "insufficient_wallet_balance"),
            "the partner's balance is too low"
        ),
        OutcomeTrigger("0054", "2200240000010054", .failure(code: "bank_card_expired"), "the card is out of date"),
        OutcomeTrigger(
            "0091",
            "2200240000060091",
            .failure(code: "provider_issuer_unavailable"),
            "issuer out of reach"
        ),
        OutcomeTrigger(
            "0062",
            "2200240000010062",
            .earlyRefusal(code: "operation_rejected"),
            "refused before ready_to_confirm"
        ),
        OutcomeTrigger(
            "0068",
            "2200240000050068",
            .lateSuccess(code: "provider_timeout", atOnce: false),
            "fails by a timeout, is paid later"
        ),
        OutcomeTrigger(
            "0119",
            "2200240000040119",
            .lateSuccess(code: "internal_error", atOnce: true),
            "fails inside the bank, is paid right after"
        ),
    ]

    /// The course for a card.
    ///
    /// - Parameter lastFour: The last four digits of its number.
    public static func course(ofLastFour lastFour: String) -> Course {
        all.first { $0.lastFour == lastFour }?.course ?? .success
    }

    private init(_ lastFour: String, _ cardNumber: String, _ course: Course, _ summary: String) {
        self.lastFour = lastFour
        self.cardNumber = cardNumber
        self.course = course
        self.summary = summary
    }

    /// The sentence that goes with an error code; the bank has several for one code and only the code counts.
    static func description(of code: String) -> String {
        descriptions[code] ?? "The operation failed"
    }

    private static let descriptions = [
        "declined_by_issuer_bank": "The issuer of the card cancelled the operation",
        "card_number_does_not_exist": "There is no card with this number",
        "insufficient_wallet_balance": "The balance does not cover the amount and the fee",
        "bank_card_expired": "The card is out of date",
        "provider_issuer_unavailable": "The issuer of the card is out of reach",
        "operation_rejected": "The operation was refused for security reasons",
        "provider_timeout": "The provider did not answer",
        "internal_error": "A failure inside the bank",
    ]
}
