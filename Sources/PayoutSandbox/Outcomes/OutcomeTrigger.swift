/// What happens to a payout, chosen by the last four digits of the card or by the kopecks of the amount.
///
/// The bank has published no test cards for payouts; this table is the kit's own and true for the sandbox only. A card whose
/// last four digits stand in it goes by them; every other instrument goes by the last two digits of the amount in minor
/// units. What the table does not name is paid.
public struct OutcomeTrigger: Hashable, Sendable {
    /// The last four digits.
    public let lastFour: String
    /// The last two digits of the amount in minor units; nil where only a card chooses this course.
    public let kopecks: String?
    /// A card number with these digits that passes the check of Luhn, for the widget stand-in.
    public let cardNumber: String
    /// What happens.
    public let course: PayoutCourse
    /// One line for people.
    public let summary: String

    /// The value of `tokenized_card.token` or `recurrent.token` that stands for this card.
    public var cardToken: String { CardToken.prefix + lastFour }

    /// The whole table.
    public static let all: [OutcomeTrigger] = [
        OutcomeTrigger("4940", nil, .success, "paid", cardNumber: "2200240000014940"),
        OutcomeTrigger("4242", nil, .success, "paid", cardNumber: "4242424242424242"),
        failure("0002", "02", "declined_by_issuer_bank", "declined by the issuer"),
        failure("0003", "03", "not_permitted_by_issuer_bank", "not permitted by the issuer"),
        failure("0005", "05", "account_not_found", "no such account"),
        failure("0012", "12", "amount_less_allowed_provider", "below the least amount"),
        failure("0014", "14", "card_number_does_not_exist", "no such card"),
        failure("0030", "30", "provider_internal_error", "a failure at the provider"),
        failure("0051", "51", "insufficient_wallet_balance", "the partner's balance is too low"),
        failure("0054", "54", "bank_card_expired", "the card is out of date"),
        failure("0057", "57", "provider_foreign_transfer_prohibited", "a foreign card that is not allowed"),
        failure("0061", "61", "provider_exceeds_amount_limit", "above the provider's limit"),
        failure("0065", "65", "activity_count_exceeded", "too many operations with the card"),
        failure("0078", "78", "binding_is_deactivated", "the card is not verified for this agent"),
        failure("0091", "91", "provider_issuer_unavailable", "issuer out of reach"),
        failure("0096", "96", "provider_timeout", "the provider did not answer"),
        failure("0097", "97", "routing_internal_error", "the conditions of the payment are not known"),
        failure("0098", "98", "wallet_internal_error", "a failure at the partner's balance"),
        OutcomeTrigger(
            "0062",
            "62",
            .earlyRefusal(code: "operation_rejected"),
            "refused before ready_to_confirm"
        ),
        OutcomeTrigger(
            "0063",
            "63",
            .refusedAtStart(code: "insufficient_wallet_balance"),
            "refused in the answer to the start"
        ),
        OutcomeTrigger(
            "0068",
            "68",
            .lateSuccess(code: "provider_timeout", atOnce: false),
            "fails by a timeout, is paid later"
        ),
        OutcomeTrigger(
            "0119",
            "19",
            .lateSuccess(code: "internal_error", atOnce: true),
            "fails inside the bank, is paid right after"
        ),
        OutcomeTrigger("0200", "20", .returned, "paid, and returned by the recipient's bank later"),
        OutcomeTrigger("0240", "40", .confirmTimeout, "ends at once with confirm_timeout"),
        OutcomeTrigger("0099", "99", .stuck, "confirmed, and never finished"),
    ]

    /// The course for a card; nil when the table does not name it.
    ///
    /// - Parameter lastFour: The last four digits of its number.
    public static func course(ofLastFour lastFour: String) -> PayoutCourse? {
        all.first { $0.lastFour == lastFour }?.course
    }

    /// The course by an amount.
    ///
    /// - Parameter digits: The amount in minor units, in digits.
    public static func course(ofAmount digits: String) -> PayoutCourse {
        let kopecks = String(digits.suffix(2))
        return all.first { $0.kopecks == kopecks }?.course ?? .success
    }

    private init(
        _ lastFour: String,
        _ kopecks: String?,
        _ course: PayoutCourse,
        _ summary: String,
        cardNumber: String? = nil
    ) {
        self.lastFour = lastFour
        self.kopecks = kopecks
        self.course = course
        self.summary = summary
        self.cardNumber = cardNumber ?? Self.cardNumber(endingWith: lastFour)
    }

    private static func failure(_ lastFour: String, _ kopecks: String, _ code: String, _ summary: String) -> Self {
        OutcomeTrigger(lastFour, kopecks, .failure(code: code), summary)
    }

    /// A card of the payment system Mir with these last digits; of ten digits before them, one makes Luhn's sum fit.
    private static func cardNumber(endingWith lastFour: String) -> String {
        let numbers = (0...9).map { "22002400000\($0)\(lastFour)" }
        return numbers.first { (try? CardNumber($0)) != nil } ?? numbers[0]
    }
}
