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

    /// A key that plays the one that the bank signed with before.
    static func retiredKey() throws -> PrivateKey {
        try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-3072.pem"))
    }

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
            WebhookTreatment(signature: .value(try retiredKey().sign(body)))
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
    static let forgeries: [ContractCase] =
        SentForgery.all.map { forgery in
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
                trial.deliver(
                    bytes: body,
                    about: session,
                    treatment,
                    answer: .refusal,
                    rule: "WEBHOOK.VERIFY",
                    cause: "this is a webhook \(forgery.title)"
                )
                trial.expectNoConfirm(of: session, rule: "WEBHOOK.VERIFY", because: "the webhook is not the bank's")
            }
        } + [retiredKey]

    /// The far side of a rotation of the bank's key: what the retired key signs is refused, and what the key in force signs
    /// is taken for the same order.
    ///
    /// A partner is given one key of the bank, which stays for the whole run so that its webhook server can be configured in
    /// advance; so the moment of the rotation itself can't be played here. Where the key comes with each webhook, as to an
    /// adapter, it is.
    private static let retiredKey: ContractCase = .partner(
        "webhook.behind-retired-key",
        "refuses a webhook signed with the bank's retired key, and confirms the one signed with the key in force",
        rules: ["WEBHOOK.VERIFY", "SIG.KEY", "ORDER.CONFIRMED"],
        twin: basis,
        tags: ["webhook", "signature"]
    ) { trial in
        let session = try trial.start()
        let body = JSONWriter().write(try trial.readyBody(session))
        let retired = WebhookTreatment(signature: .value(try SentForgery.retiredKey().sign(body)))
        trial.deliver(bytes: body, about: session, retired, answer: .refusal, rule: "WEBHOOK.VERIFY")
        trial.expectNoConfirm(of: session, rule: "WEBHOOK.VERIFY", because: "the key of the webhook is retired")
        try trial.confirm(session)
    }
}
