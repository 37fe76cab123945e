import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// The keys of both sides, which are public test keys, and webhooks signed with them.
struct WebhookPost: Sendable {
    let bankKey: PrivateKey
    let partnerKey: PrivateKey
    let otherKey: PrivateKey
    let bankKeyPEM: [UInt8]
    /// The key that the bank goes over to.
    let newBankKey: PrivateKey
    let newBankKeyPEM: [UInt8]

    init(_ vectors: VectorSet) throws {
        bankKey = try PrivateKey(pem: vectors.key(named: "public-test-key-bank.pem"))
        partnerKey = try PrivateKey(pem: vectors.key(named: "public-test-key-partner.pem"))
        otherKey = try PrivateKey(pem: vectors.key(named: "public-test-key-other.pem"))
        bankKeyPEM = try vectors.key(named: "public-test-key-bank.pub.pem")
        newBankKey = try PrivateKey(pem: vectors.key(named: "public-test-key-3072.pem"))
        newBankKeyPEM = try vectors.key(named: "public-test-key-3072.pub.pem")
    }

    /// A webhook as the bank sends it.
    func webhook(_ body: [UInt8], orders: [PartnerOrder]) throws -> ReceivedWebhook {
        ReceivedWebhook(
            headers: ["Content-Type": "application/json", PartnerHeader.signature: try bankKey.sign(body)],
            body: body,
            bankKeyPEM: bankKeyPEM,
            orders: orders
        )
    }
}

/// Bodies of webhooks about an order.
enum WebhookBody {
    /// `ready_to_confirm` that shows exactly the order.
    static func ready(_ order: PartnerOrder) -> JSONTree {
        body("ready_to_confirm", order, session: "in_progress", nextAction: "confirm", payout: "pending")
    }

    /// `payment_finished` of a payout that succeeded.
    static func finished(_ order: PartnerOrder) -> JSONTree {
        body("payment_finished", order, session: "accepted", nextAction: nil, payout: "succeeded")
    }

    private static func body(
        _ type: String,
        _ order: PartnerOrder,
        session status: String,
        nextAction: String?,
        payout: String
    ) -> JSONTree {
        let moment: JSONTree = "2025-05-27T02:03:00.000000Z"
        let card: JSONTree = ["last4": "4940", "brand": "mir", "bin": "220024", "country_iso3": "RUS"]
        var session: JSONTree = [
            "id": .string(order.sessionID ?? ""), "status": .string(status), "created_at": moment, "updated_at": moment,
        ]
        if let nextAction { session["next_action"] = .string(nextAction) }
        session[order.api == .v1 ? "payments" : "payout_list"] = [
            [
                "id": "po_2025", "status": .string(payout), "created_at": moment,
                order.api == .v1 ? "payment_method" : "payout_details": ["type": "card", "card": card],
                "participant_details": ["recipient": ["full_name": .string(order.recipientFullName)]],
                "amount_details": [
                    "amount": JSONTree(integerLiteral: order.amount), "currency": .string(order.currency),
                ],
                "metadata": order.metadata,
            ]
        ]
        return ["type": .string(type), "session": session]
    }
}

extension JSONTree {
    /// Changes the first payout of a webhook's session.
    mutating func changeFirstPayout(_ change: (inout JSONTree) -> Void) {
        for list in ["payments", "payout_list"] {
            guard var payouts = self["session"]?[list]?.elements, !payouts.isEmpty else { continue }
            change(&payouts[0])
            self["session"]?[list] = .array(payouts)
        }
    }
}
