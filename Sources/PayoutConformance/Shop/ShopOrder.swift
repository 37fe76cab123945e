import StrictJSON

/// An order in the books of the kit's own shop.
struct ShopOrder: Sendable {
    /// What the shop waits for.
    enum Stage: Hashable, Sendable {
        case waiting
        case confirming
        case confirmed
        case cancelling
        case finished
    }

    /// What the books say.
    enum State: String, Sendable {
        case pending
        case paid
        case failed
        case cancelled
    }

    var order: PartnerOrder
    var stage = Stage.waiting
    var state = State.pending
    /// Minor units.
    var paid: Int64 = 0
    /// The refunds that were booked.
    var refunds: Set<String> = []
    /// Whether the order is to be cancelled.
    var isUnwanted = false

    init(_ order: PartnerOrder) {
        self.order = order
    }

    /// The entry of the ledger.
    var json: JSONTree { ["state": .string(state.rawValue), "paid": JSONTree(integerLiteral: paid)] }

    /// Books what a finished payout says: `succeeded` pays once, `failed` fails what is not paid.
    mutating func finish(_ session: SessionView) {
        let payout = session.payouts.first
        stage = .finished
        switch payout?.status {
        case "succeeded":
            guard state != .paid else { return }
            state = .paid
            paid = order.amount
        case "failed" where state != .paid:
            state = session.status == "cancelled" ? .cancelled : .failed
        default:
            break
        }
    }

    /// Takes returned money off, each refund once.
    mutating func refund(_ session: SessionView) {
        guard let list = session.payouts.first?.value["refunds"] else { return }
        for refund in list.elements {
            guard let id = refund["id"]?.string, refunds.insert(id).inserted else { continue }
            paid -= refund["amount_details"]?["amount"]?.number?.int64 ?? 0
        }
    }
}
