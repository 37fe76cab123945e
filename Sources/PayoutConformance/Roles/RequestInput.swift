public import PayoutContract
public import StrictJSON

/// What a request to the bank is made of: the members of an order that the operation needs, and the session.
public struct RequestInput: Hashable, Sendable {
    /// The partner's own name of the order.
    public var orderID: String?
    /// Minor units.
    public var amount: Int64?
    /// An ISO 4217 code.
    public var currency: String?
    /// The recipient as on the card.
    public var recipientFullName: String?
    /// What the bank's widget gave for the recipient's card.
    public var numberHash: String?
    /// What the bank sends back unchanged.
    public var metadata: JSONTree?
    /// The session that the request is about.
    public var sessionID: String?

    /// Creates an input without members.
    public init() {}

    /// Takes from `order` what `operation` needs.
    ///
    /// | Operation | Members |
    /// |---|---|
    /// | `token` | none |
    /// | `token/info` | `number_hash` |
    /// | `session/create` | `order_id`, `metadata` |
    /// | `session/init/payout` | the order |
    /// | `session/start/payout` | the order and `session_id` |
    /// | `session/confirm`, `session/cancel`, `session/status` | `session_id` |
    public init(of order: PartnerOrder, for operation: Operation) {
        switch operation {
        case .tokenInfo:
            numberHash = order.numberHash
        case .createSession:
            orderID = order.orderID
            metadata = order.metadata
        case .initPayout, .startPayout:
            orderID = order.orderID
            amount = order.amount
            currency = order.currency
            recipientFullName = order.recipientFullName
            numberHash = order.numberHash
            metadata = order.metadata
            sessionID = operation == .startPayout ? order.sessionID : nil
        case .confirm, .cancel, .status:
            sessionID = order.sessionID
        default:
            break
        }
    }

    /// Reads the member `input` of a request `encode`; what is absent or of another kind is nil.
    public init(_ value: JSONValue) {
        orderID = value["order_id"]?.string
        amount = value["amount"]?.number?.int64
        currency = value["currency"]?.string
        recipientFullName = value["recipient_full_name"]?.string
        numberHash = value["number_hash"]?.string
        metadata = value["metadata"].map(JSONTree.init)
        sessionID = value["session_id"]?.string
    }

    /// The member `input` of a request `encode`.
    public var json: JSONTree {
        let members: [(String, JSONTree?)] = [
            ("order_id", orderID.map(JSONTree.string)),
            ("amount", amount.map(JSONTree.init(integerLiteral:))),
            ("currency", currency.map(JSONTree.string)),
            ("recipient_full_name", recipientFullName.map(JSONTree.string)),
            ("number_hash", numberHash.map(JSONTree.string)),
            ("metadata", metadata),
            ("session_id", sessionID.map(JSONTree.string)),
        ]
        return .object(members.compactMap { name, value in value.map { .init(name: name, value: $0) } })
    }
}
