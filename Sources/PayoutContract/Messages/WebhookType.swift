/// The kind of a webhook: the member `type` of its body, or ``other`` for all names that this kit does not know.
public struct WebhookType: Hashable, Sendable, CustomStringConvertible {
    /// The name as the bank writes it; of ``other``, the name that stands for all the rest.
    public let name: String

    private init(_ name: String) {
        self.name = name
    }

    /// Finds the type called `name`, or nil when this kit does not know it; the comparison is byte for byte.
    ///
    /// This is how the command line names a type; ``of(_:)`` reads the member of a body.
    public init?(name: String) {
        guard let known = WebhookType.all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return nil }
        self = known
    }

    /// The name.
    public var description: String { name }

    /// The payout waits for `session/confirm` or `session/cancel`.
    public static let readyToConfirm = WebhookType("ready_to_confirm")
    /// The payout is over; its own `status` says how.
    public static let paymentFinished = WebhookType("payment_finished")
    /// Money of a payout came back from the recipient's bank.
    public static let paymentRefunded = WebhookType("payment_refunded")

    /// The bank waits for an action of the partner or of the payer, such as 3-D Secure; incoming payments.
    public static let actionRequired = WebhookType("action_required")
    /// A two-stage incoming payment waits for `session/capture` or `session/cancel`.
    public static let readyToCapture = WebhookType("ready_to_capture")
    /// The money was credited to the recipient's account; sent on request (payouts/russian-account).
    public static let confirmationPayout = WebhookType("confirmation_payout")
    /// Any type that this kit does not know, such as the bank's notice of a top-up, whose name is not documented.
    ///
    /// The bank may add types, so a receiver tolerates them: it answers 200 and does nothing.
    public static let other = WebhookType("other")

    /// Every type known here, in the order in which a payout meets them, then those of incoming payments, then ``other``.
    public static let all: [WebhookType] = [
        readyToConfirm, paymentFinished, confirmationPayout, paymentRefunded, actionRequired, readyToCapture, other,
    ]

    /// The type of a webhook whose member `type` holds `text`: ``other`` for a name that this kit does not know.
    public static func of(_ text: String) -> WebhookType {
        WebhookType(name: text) ?? other
    }
}
