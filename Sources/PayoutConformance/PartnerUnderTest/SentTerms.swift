import PayoutContract
import StrictJSON

/// What a call says about a payout.
struct SentTerms {
    /// How the recipient is called, whose name has a rule of its own.
    static let recipient = "the recipient"

    private let bodies: [JSONTree]

    /// - Parameter bodies: The body of the start, and that of the creation where there was one; the first that has a member
    ///   decides.
    init(_ bodies: JSONTree?...) {
        self.bodies = bodies.compactMap(\.self)
    }

    /// The members of an order, and whether the call says the same.
    func comparison(with order: PartnerOrder) -> [(name: String, isRight: Bool)] {
        let amount = member("amount_details")
        let recipient = member("participant_details")?["recipient"]
        let instrument = member("payment_method") ?? member("payout_details")
        return [
            ("the amount", amount?["amount"]?.number == JSONNumber(order.amount)),
            ("the currency", amount?["currency"]?.string?.lowercased() == order.currency.lowercased()),
            (Self.recipient, Self.isName(recipient, order.recipientFullName)),
            ("the card", instrument?["card"]?["encrypted_card"]?["number_hash"]?.string == order.numberHash),
            ("the metadata", member("metadata")?.isEcho(of: order.metadata) == true),
        ]
    }

    /// Whether there is a recipient with a name, right or wrong.
    var namesRecipient: Bool {
        let recipient = member("participant_details")?["recipient"]
        return ["full_name", "first_name", "last_name"].contains { recipient?[$0]?.string != nil }
    }

    private func member(_ name: String) -> JSONTree? {
        bodies.lazy.compactMap { $0[name] }.first
    }

    /// Whether a recipient has the name, whole or in its parts.
    private static func isName(_ recipient: JSONTree?, _ name: String) -> Bool {
        if let full = recipient?["full_name"]?.string { return full.utf8.elementsEqual(name.utf8) }
        let parts = ["last_name", "first_name", "middle_name"].compactMap { recipient?[$0]?.string }
        return parts.sorted() == name.split(separator: " ").map(String.init).sorted()
    }
}
