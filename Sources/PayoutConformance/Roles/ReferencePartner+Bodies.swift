public import PayoutContract
import StrictJSON

extension ReferencePartner {
    /// Why no body could be written.
    public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
        /// One clause that names the member.
        public let description: String
    }

    /// The body in the compact form.
    ///
    /// - Throws: `InputError` when the input lacks a member that the operation needs.
    public func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8] {
        JSONWriter().write(try Self.tree(of: operation, api: api, input: input))
    }

    private static func tree(
        of operation: Operation,
        api: APIVersion,
        input: RequestInput
    ) throws(InputError) -> JSONTree {
        switch operation {
        case .token:
            return Bodies.token
        case .tokenInfo:
            return Bodies.tokenInfo(try needed(input.numberHash, "number_hash"))
        case .createSession:
            return ["metadata": try needed(input.metadata, "metadata")]
        case .initPayout:
            return try payout(input, api: api)
        case .startPayout:
            var body: JSONTree = ["session_id": .string(try needed(input.sessionID, "session_id"))]
            for member in try payout(input, api: api).members ?? [] { body[member.name] = member.value }
            return body
        case .confirm, .cancel, .status:
            return Bodies.session(try needed(input.sessionID, "session_id"))
        default:
            throw InputError(description: "\(operation.path) is not one of the operations of a payout")
        }
    }

    private static func payout(_ input: RequestInput, api: APIVersion) throws(InputError) -> JSONTree {
        let hash = try needed(input.numberHash, "number_hash")
        return [
            api == .v1 ? "payment_method" : "payout_details": [
                "type": "card",
                "card": ["type": "encrypted_card", "encrypted_card": ["number_hash": .string(hash)]],
            ],
            "participant_details": [
                "recipient": ["full_name": .string(try needed(input.recipientFullName, "recipient_full_name"))]
            ],
            "amount_details": [
                "amount": JSONTree(integerLiteral: try needed(input.amount, "amount")),
                "currency": .string(try needed(input.currency, "currency").lowercased()),
            ],
            "metadata": try needed(input.metadata, "metadata"),
        ]
    }

    private static func needed<Value>(_ value: Value?, _ name: String) throws(InputError) -> Value {
        guard let value else { throw InputError(description: "the input has no \(name), or one of the wrong kind") }
        return value
    }
}
