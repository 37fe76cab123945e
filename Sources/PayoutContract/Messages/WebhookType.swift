/// The kind of a webhook: the member `type` of its body.
public struct WebhookType: Hashable, Sendable, CustomStringConvertible {
    /// The name as the bank writes it.
    public let name: String

    private init(_ name: String) {
        self.name = name
    }

    /// Finds the type called `name`, or nil when this kit does not know it; the comparison is byte for byte.
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

    /// Every type known here, in the order in which a payout meets them.
    public static let all: [WebhookType] = [readyToConfirm, paymentFinished, paymentRefunded]
}
