import StrictJSON

/// What the partner wants to pay, and the requests that say it.
struct PayoutOrder: Sendable {
    /// The hash of the recipient's card.
    var numberHash: String
    /// Minor units.
    var amount: JSONTree = 10_000
    var currency: JSONTree = "rub"
    var recipient: JSONTree = ["full_name": "Иванов Иван Иванович"]
    var metadata: JSONTree = "good"

    /// The body of `session/start/payout`.
    func start(_ sessionID: String) -> JSONTree {
        var body: JSONTree = ["session_id": .string(sessionID)]
        for member in members { body[member.name] = member.value }
        return body
    }

    /// The body of `session/init/payout`.
    var initiate: JSONTree { .object(members) }

    private var members: [JSONTree.Member] {
        [
            .init(name: "payment_method", value: instrument),
            .init(name: "participant_details", value: ["recipient": recipient]),
            .init(name: "amount_details", value: ["amount": amount, "currency": currency]),
            .init(name: "metadata", value: metadata),
        ]
    }

    private var instrument: JSONTree {
        [
            "type": "card",
            "card": ["type": "encrypted_card", "encrypted_card": ["number_hash": .string(numberHash)]],
        ]
    }
}
