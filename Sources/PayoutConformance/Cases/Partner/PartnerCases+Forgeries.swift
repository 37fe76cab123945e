import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

/// One way in which a webhook comes from somebody else than the bank, as the kit's bank sends it.
private struct SentForgery: Sendable {
    var name: String
    /// What is wrong, after "a webhook".
    var title: String
    /// The rule about signatures that the webhook breaks.
    var rule: RuleID
    var treat: @Sendable (_ body: [UInt8], PartnerBank) throws -> WebhookTreatment

    static let all: [SentForgery] = [
        SentForgery(name: "unsigned", title: "without a signature", rule: "SIG.PRESENT") { _, _ in
            WebhookTreatment(signature: .absent)
        },
        SentForgery(name: "empty-signature", title: "with an empty signature", rule: "SIG.PRESENT") { _, _ in
            WebhookTreatment(signature: .value(""))
        },
        SentForgery(name: "word-as-signature", title: "with a word as signature", rule: "SIG.BASE64") { _, _ in
            WebhookTreatment(signature: .value("signature"))
        },
        SentForgery(name: "digest-as-signature", title: "with a digest as signature", rule: "SIG.LENGTH") { body, _ in
            WebhookTreatment(signature: .value(SHA256Digest(of: body).hexadecimal))
        },
        SentForgery(name: "cut-signature", title: "with half a signature", rule: "SIG.LENGTH") { body, bank in
            let signature = try bank.signingKey.sign(body)
            return WebhookTreatment(signature: .value(String(signature.prefix(signature.utf8.count / 8 * 4))))
        },
        SentForgery(name: "other-key", title: "signed with a stranger's key", rule: "SIG.KEY") { _, _ in
            WebhookTreatment(signature: .otherKey)
        },
        SentForgery(name: "old-key", title: "signed with a key that the bank has given up", rule: "SIG.KEY") {
            body,
            _ in
            let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-3072.pem"))
            return WebhookTreatment(signature: .value(try key.sign(body)))
        },
        SentForgery(name: "tampered", title: "whose amount was changed after signing", rule: "SIG.BYTES") { _, _ in
            WebhookTreatment(body: .tampered)
        },
        SentForgery(name: "reformatted", title: "with blanks added after signing", rule: "SIG.BYTES") { body, bank in
            WebhookTreatment(
                signature: .value(try bank.signingKey.sign(body)),
                body: .replaced([0x7B, 0x20] + body.dropFirst())
            )
        },
        SentForgery(name: "other-body", title: "with the signature of another webhook", rule: "SIG.BYTES") { _, bank in
            WebhookTreatment(signature: .value(try bank.signingKey.sign(Array(#"{"type":"ping"}"#.utf8))))
        },
        SentForgery(name: "path-signed", title: "whose signature covers the path too", rule: "SIG.SCOPE") {
            body,
            bank in
            WebhookTreatment(signature: .value(try bank.signingKey.sign(Array("POST /webhooks\n".utf8) + body)))
        },
    ]
}

extension PartnerCases {
    /// Webhooks that are not the bank's: refused, and nothing follows.
    static let forgeries: [ContractCase] = SentForgery.all.map { forgery in
        .partner(
            "forged.ready.\(forgery.name)",
            "refuses ready_to_confirm \(forgery.title)",
            rules: ["WEBHOOK.VERIFY", forgery.rule],
            twin: basis,
            tags: ["webhook", "signature"]
        ) { trial in
            let session = try trial.start()
            let body = JSONWriter().write(try trial.readyBody(session))
            let treatment = try forgery.treat(body, trial.partner.bank)
            trial.deliver(bytes: body, about: session, treatment, answer: .refusal, rule: "WEBHOOK.VERIFY")
            trial.expectNoConfirm(of: session, rule: "WEBHOOK.VERIFY", because: "the webhook is not the bank's")
        }
    }
}
