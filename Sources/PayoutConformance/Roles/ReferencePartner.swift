import HTTPWire
import PartnerSignature
import PayoutContract
import StrictJSON
import Synchronization

/// The kit's own partner, strict in all that it reads: what `payoutkit adapter` runs, and what the suites are tried on.
///
/// A signature counts only when it is one line of standard Base64 with its padding, and a payout is confirmed only when
/// everything that the webhook says of it is what the order says.
public final class ReferencePartner: PartnerSigner, BankClient, WebhookReceiver {
    /// More keys than this are not kept: a run uses a few.
    private static let maximumKeyCount = 64

    private let privateKeys = Mutex<[[UInt8]: PrivateKey]>([:])
    private let publicKeys = Mutex<[[UInt8]: PublicKey]>([:])

    /// Creates a partner.
    public init() {}

    /// All three parts.
    public static func parts(named name: String = "payoutkit reference") -> PartnerParts {
        let partner = ReferencePartner()
        return PartnerParts(name: name, signer: partner, client: partner, receiver: partner)
    }

    /// Signs with RSASSA-PKCS1-v1_5 and SHA-256.
    ///
    /// - Throws: `KeyError` when the key can't be used.
    public func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String {
        let key = try Self.cached(privateKeyPEM, in: privateKeys) { try PrivateKey(pem: $0) }
        return try key.sign(body)
    }

    /// Verifies strictly.
    ///
    /// - Throws: `KeyError` when the key can't be used.
    public func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool {
        let key = try Self.cached(publicKeyPEM, in: publicKeys) { try PublicKey(pem: $0) }
        return key.verify(signature, over: body).isValid
    }

    /// Verifies, compares with the order, and confirms only what matches it.
    ///
    /// - Throws: `KeyError` when the bank's key can't be used.
    public func receive(_ webhook: ReceivedWebhook) throws -> WebhookReaction {
        let signatures = webhook.headers.all(PartnerHeader.signature)
        guard signatures.count == 1,
            try verify(signatures[0], over: webhook.body, publicKeyPEM: webhook.bankKeyPEM)
        else { return WebhookReaction(status: 401) }
        guard let document = try? JSONDocument(parsing: webhook.body), document.root.kind == .object else {
            return WebhookReaction(status: 400)
        }
        guard document.root["type"]?.string == WebhookType.readyToConfirm.name,
            let session = document.root["session"].map(SessionView.init),
            let order = webhook.orders.first(where: { $0.sessionID == session.id })
        else { return WebhookReaction(status: 200) }
        let action: WebhookReaction.Action = order.matches(session) ? .confirm : .cancel
        return WebhookReaction(status: 200, action: action, sessionID: session.id)
    }

    private static func cached<Key>(
        _ pem: [UInt8],
        in cache: borrowing Mutex<[[UInt8]: Key]>,
        read: ([UInt8]) throws -> Key
    ) throws -> Key where Key: Sendable {
        if let key = cache.withLock({ $0[pem] }) { return key }
        let key = try read(pem)
        cache.withLock { keys in
            if keys.count >= maximumKeyCount { keys = [:] }
            keys[pem] = key
        }
        return key
    }
}

extension PartnerOrder {
    /// Whether a session that waits for confirmation shows exactly this order: one payout, its amount, currency and
    /// recipient.
    ///
    /// A currency is compared without regard to case; the bank writes it either way.
    func matches(_ session: SessionView) -> Bool {
        guard session.status == "in_progress", session.nextAction == "confirm", session.payouts.count == 1,
            let payout = session.payouts.first, payout.status == "pending"
        else { return false }
        let details = payout.value["amount_details"]
        let recipient = payout.value["participant_details"]?["recipient"]
        return details?["amount"]?.number?.int64 == amount
            && details?["currency"]?.string?.lowercased() == currency.lowercased()
            && recipient?["full_name"]?.string == recipientFullName
    }
}
