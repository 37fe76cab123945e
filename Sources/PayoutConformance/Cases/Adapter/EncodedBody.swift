import PayoutContract
import PayoutVectors
import StrictJSON

/// A body that a partner's code wrote, next to what it was to be made of.
struct EncodedBody {
    private let body: [UInt8]
    private let operation: Operation
    private let api: APIVersion
    private let input: RequestInput
    private let client: AdapterClient

    init(_ body: [UInt8], operation: Operation, api: APIVersion, input: RequestInput, client: AdapterClient) {
        self.body = body
        self.operation = operation
        self.api = api
        self.input = input
        self.client = client
    }

    /// Judges the body by the contract, and then whether it says what the order says.
    func judge() throws {
        guard let type = MessageType(.request(operation), api: api) else { return }
        let contract = try client.adapter.contract ?? Contract.embedded()
        let result = try contract.check(body, as: type)
        for finding in result.findings {
            client.context.report(
                finding,
                "a body as \(type.displayName) is described",
                received: Excerpt.of(body: body),
                sent: sent
            )
        }
        guard let root = result.document?.root, root.kind == .object || operation == .createSession else { return }
        compare(root)
    }

    private var sent: String { Excerpt.of(.encode(operation, api, input)) }

    private func compare(_ root: JSONValue) {
        let instrument = api == .v1 ? "payment_method" : "payout_details"
        let hash = root[instrument]?["card"]?["encrypted_card"] ?? root["card"]?["encrypted_card"]
        expect("number_hash", input.numberHash.map(JSONTree.string), hash?["number_hash"])
        expect("session_id", input.sessionID.map(JSONTree.string), root["session_id"], changed: "ID.OPAQUE")
        expect("amount", input.amount.map(JSONTree.init(integerLiteral:)), root["amount_details"]?["amount"])
        expect("metadata", input.metadata, root["metadata"])
        if let currency = input.currency {
            let found = root["amount_details"]?["currency"]?.string
            if found?.lowercased() != currency.lowercased() { differs("currency", found == nil) }
        }
        compareName(root["participant_details"]?["recipient"])
    }

    /// The name in one member, or in its parts.
    private func compareName(_ recipient: JSONValue?) {
        guard let name = input.recipientFullName else { return }
        let parts = ["last_name", "first_name", "middle_name"].compactMap { recipient?[$0]?.string }
        let found = recipient?["full_name"]?.string ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
        guard let found, found.utf8.elementsEqual(name.utf8) else {
            return differs("recipient_full_name", found == nil)
        }
    }

    /// - Parameter changed: The rule that another value breaks.
    private func expect(_ name: String, _ wanted: JSONTree?, _ found: JSONValue?, changed: RuleID = "ORDER.SENT") {
        guard let wanted else { return }
        if let found, JSONTree(found).isEcho(of: wanted) { return }
        differs(name, found == nil, changed: changed)
    }

    private func differs(_ name: String, _ isMissing: Bool, changed: RuleID = "ORDER.SENT") {
        client.context.report(
            isMissing ? "ORDER.SENT" : changed,
            isMissing ? "the body says nothing of the order's \(name)" : "the body changes the order's \(name)",
            expected: "\(name) of the order, unchanged",
            received: Excerpt.of(body: body),
            sent: sent,
            fix: "take \(name) from the order as it is"
        )
    }
}
