import HTTPWire
import PartnerSignature
import PayoutVectors

/// One way in which a webhook can come from somebody else than the bank.
struct Forgery: Sendable {
    /// The last part of the ids of its cases.
    var name: String
    /// What is wrong, after "a webhook".
    var title: String
    var rule: RuleID
    var level: Rule.Level = .must
    var change: @Sendable (inout ReceivedWebhook, WebhookPost) throws -> Void

    static let all: [Forgery] = headers + keys + bodies

    private static let headers: [Forgery] = [
        Forgery(name: "no-signature", title: "without a signature", rule: "SIG.PRESENT") { webhook, _ in
            webhook.headers.remove(PartnerHeader.signature)
        },
        Forgery(name: "empty-signature", title: "with an empty signature", rule: "SIG.PRESENT") { webhook, _ in
            webhook.headers[PartnerHeader.signature] = ""
        },
        Forgery(
            name: "other-header",
            title: "with its signature in another header",
            rule: "SIG.PRESENT"
        ) { webhook, _ in
            let signature = webhook.headers[PartnerHeader.signature] ?? ""
            webhook.headers.remove(PartnerHeader.signature)
            webhook.headers.add("X-Auth-Hash", signature)
        },
        Forgery(name: "word-as-signature", title: "with a word as signature", rule: "SIG.BASE64") { webhook, _ in
            webhook.headers[PartnerHeader.signature] = "signature"
        },
        Forgery(name: "digest-as-signature", title: "with a hex digest as signature", rule: "SIG.BASE64") {
            webhook,
            _ in
            webhook.headers[PartnerHeader.signature] = SHA256Digest(of: webhook.body).hexadecimal
        },
        Forgery(name: "cut-signature", title: "with half a signature", rule: "SIG.LENGTH") { webhook, _ in
            let signature = webhook.headers[PartnerHeader.signature] ?? ""
            webhook.headers[PartnerHeader.signature] = String(signature.prefix(signature.utf8.count / 8 * 4))
        },
    ]

    private static let keys: [Forgery] = [
        Forgery(name: "strangers-key", title: "signed with a stranger's key", rule: "SIG.KEY") { webhook, post in
            webhook.headers[PartnerHeader.signature] = try post.otherKey.sign(webhook.body)
        },
        Forgery(name: "partners-key", title: "signed with the partner's own key", rule: "SIG.KEY") { webhook, post in
            webhook.headers[PartnerHeader.signature] = try post.partnerKey.sign(webhook.body)
        },
    ]

    private static let bodies: [Forgery] = [
        Forgery(name: "tampered", title: "with a digit changed after signing", rule: "SIG.BYTES") { webhook, _ in
            guard let index = webhook.body.lastIndex(where: { (0x30...0x39).contains($0) }) else { return }
            webhook.body[index] ^= 1
        },
        Forgery(name: "added-newline", title: "with a line break added after signing", rule: "SIG.BYTES") {
            webhook,
            _ in
            webhook.body.append(0x0A)
        },
        Forgery(
            name: "reformatted",
            title: "with blanks added after signing",
            rule: "SIG.BYTES"
        ) { webhook, _ in
            webhook.body.insert(0x20, at: 1)
        },
        Forgery(
            name: "other-body-signed",
            title: "with the bank's signature of another webhook",
            rule: "SIG.BYTES"
        ) { webhook, post in
            webhook.headers[PartnerHeader.signature] = try post.bankKey.sign(Array(#"{"type":"ping"}"#.utf8))
        },
        Forgery(
            name: "path-signed",
            title: "whose signature covers method and path too",
            rule: "SIG.SCOPE"
        ) { webhook, post in
            let head = Array("POST /webhooks\n".utf8)
            webhook.headers[PartnerHeader.signature] = try post.bankKey.sign(head + webhook.body)
        },
    ]
}
