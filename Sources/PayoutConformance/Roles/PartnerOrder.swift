public import PayoutContract
public import StrictJSON

/// An order of a partner's shop: what is to be paid, to whom.
public struct PartnerOrder: Hashable, Sendable {
    /// The partner's own name of the order.
    public var orderID: String
    /// Minor units, such as 10000 for 100 roubles.
    public var amount: Int64
    /// An ISO 4217 code.
    public var currency: String
    /// The recipient as on the card.
    public var recipientFullName: String
    /// What the bank's widget gave for the recipient's card.
    public var numberHash: String
    /// The version of the API that the order is paid through.
    public var api: APIVersion
    /// What the bank sends back unchanged.
    public var metadata: JSONTree
    /// The session in which the order is paid; nil before there is one.
    public var sessionID: String?

    /// Creates an order.
    public init(
        orderID: String,
        amount: Int64,
        currency: String,
        recipientFullName: String,
        numberHash: String,
        api: APIVersion,
        metadata: JSONTree,
        sessionID: String? = nil
    ) {
        self.orderID = orderID
        self.amount = amount
        self.currency = currency
        self.recipientFullName = recipientFullName
        self.numberHash = numberHash
        self.api = api
        self.metadata = metadata
        self.sessionID = sessionID
    }

    /// The order as the kit's protocols write it.
    public var json: JSONTree {
        var tree: JSONTree = [
            "order_id": .string(orderID),
            "amount": JSONTree(integerLiteral: amount),
            "currency": .string(currency),
            "recipient_full_name": .string(recipientFullName),
            "number_hash": .string(numberHash),
            "api": .string(api.rawValue),
            "metadata": metadata,
        ]
        if let sessionID { tree["session_id"] = .string(sessionID) }
        return tree
    }

    /// Reads an order as the kit's protocols write it, or nil when a member is missing or of the wrong kind.
    public init?(_ value: JSONValue) {
        guard let orderID = value["order_id"]?.string, let amount = value["amount"]?.number?.int64,
            let currency = value["currency"]?.string, let name = value["recipient_full_name"]?.string,
            let hash = value["number_hash"]?.string, let api = value["api"]?.string.flatMap(APIVersion.init),
            let metadata = value["metadata"]
        else { return nil }
        self.init(
            orderID: orderID,
            amount: amount,
            currency: currency,
            recipientFullName: name,
            numberHash: hash,
            api: api,
            metadata: JSONTree(metadata),
            sessionID: value["session_id"]?.string
        )
    }
}
