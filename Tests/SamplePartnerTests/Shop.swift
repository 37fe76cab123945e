import HTTPWire
import PartnerSignature
import PayoutConformance
import PayoutContract
import StrictJSON

/// A partner's own code, as a sample: what the tests beside it put under test.
///
/// Your product has such code already. It is made to conform to the three protocols in the test target, so that the product
/// itself does not know the kit.
struct Shop {
    struct NotAnOrder: Error {}

    private func instrument(_ hash: String) -> JSONTree {
        ["type": "card", "card": ["type": "encrypted_card", "encrypted_card": ["number_hash": .string(hash)]]]
    }
}

extension Shop: PartnerSigner {
    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String {
        try PrivateKey(pem: privateKeyPEM).sign(body)
    }

    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool {
        try PublicKey(pem: publicKeyPEM).verify(signature, over: body).isValid
    }
}

extension Shop: BankClient {
    func body(of operation: Operation, api: APIVersion, input: RequestInput) throws -> [UInt8] {
        JSONWriter(layout: .spaced).write(try tree(of: operation, api: api, input: input))
    }

    private func tree(of operation: Operation, api: APIVersion, input: RequestInput) throws -> JSONTree {
        switch operation {
        case .token: return ["tokenize_widget": ["access": true]]
        case .tokenInfo: return instrument(input.numberHash ?? "")
        case .createSession: return ["metadata": input.metadata ?? [:]]
        case .initPayout, .startPayout: return try payout(input, operation, api)
        default: return ["session_id": .string(input.sessionID ?? "")]
        }
    }

    private func payout(_ input: RequestInput, _ operation: Operation, _ api: APIVersion) throws -> JSONTree {
        guard let amount = input.amount, let currency = input.currency, let name = input.recipientFullName,
            let hash = input.numberHash
        else { throw NotAnOrder() }
        var body: JSONTree = [
            "amount_details": ["amount": JSONTree(integerLiteral: amount), "currency": .string(currency.lowercased())],
            "participant_details": ["recipient": ["full_name": .string(name)]],
            "metadata": input.metadata ?? [:],
        ]
        body[api == .v1 ? "payment_method" : "payout_details"] = instrument(hash)
        if operation == .startPayout { body["session_id"] = .string(input.sessionID ?? "") }
        return body
    }
}

extension Shop: WebhookReceiver {
    func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction {
        guard let signature = webhook.headers["X-PARTNER-SIGN"],
            try verify(signature, over: webhook.body, publicKeyPEM: webhook.bankKeyPEM)
        else { return WebhookReaction(status: 403) }
        guard let body = try? JSONTree(parsing: webhook.body, policy: .rfc8259),
            body["type"]?.string == "ready_to_confirm", let session = body["session"],
            let order = webhook.orders.first(where: { $0.sessionID == session["id"]?.string })
        else { return WebhookReaction(status: 200) }
        let payouts = (session["payments"] ?? session["payout_list"])?.elements ?? []
        guard payouts.count == 1, isOrdered(payouts[0], order) else { return WebhookReaction(status: 200) }
        return WebhookReaction(status: 200, action: .confirm, sessionID: order.sessionID)
    }

    private func isOrdered(_ payout: JSONTree, _ order: PartnerOrder) -> Bool {
        payout["amount_details"]?["amount"]?.number?.int64 == order.amount
            && payout["amount_details"]?["currency"]?.string?.lowercased() == order.currency.lowercased()
            && payout["participant_details"]?["recipient"]?["full_name"]?.string == order.recipientFullName
    }
}
