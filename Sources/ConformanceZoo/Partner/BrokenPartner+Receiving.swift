import HTTPWire
import PayoutConformance
import PayoutVectors
import StrictJSON
import Synchronization

extension BrokenPartner {
    /// Partners that take webhooks from anybody, confirm what they must not, or answer what makes the bank send it again.
    static let receivers: [Specimen] = trusting + confirming + answering + [rotating]

    /// A partner that keeps the first key of the bank which it meets.
    private static let rotating: Specimen = {
        let first = Mutex<[UInt8]?>(nil)
        return receiving("keeps the bank's first key", "webhook.v1.ready.rotated-key", "SIG.KEY") { webhook in
            var webhook = webhook
            webhook.bankKeyPEM = first.withLock { key in
                key = key ?? webhook.bankKeyPEM
                return key ?? webhook.bankKeyPEM
            }
            return try webhook.taken()
        }
    }()

    private static let trusting: [Specimen] = [
        receiving("doesn't look at signatures", "webhook.v1.ready.tampered", "SIG.BYTES") {
            try $0.signedAgain().taken()
        },
        receiving("wants any signature", "webhook.v1.ready.strangers-key", "SIG.KEY") { webhook in
            let isThere = webhook.headers[signature]?.isEmpty == false
            return try (isThere ? webhook.signedAgain() : webhook).taken()
        },
        receiving("takes unsigned webhooks", "webhook.v2.ready.no-signature", "SIG.PRESENT") { webhook in
            try (webhook.headers.contains(signature) ? webhook : webhook.signedAgain()).taken()
        },
        receiving("takes an empty signature", "webhook.v1.finished.empty-signature", "SIG.PRESENT") { webhook in
            try (webhook.headers[signature] == "" ? webhook.signedAgain() : webhook).taken()
        },
        receiving("looks for a signature in any header", "webhook.v1.ready.other-header", "SIG.PRESENT") { webhook in
            var webhook = webhook
            if let other = webhook.headers["X-Auth-Hash"] { webhook.headers[signature] = other }
            return try webhook.taken()
        },
        receiving("takes a digest for a signature", "webhook.v1.ready.digest-as-signature", "SIG.BASE64") { webhook in
            try (webhook.headers[signature]?.utf8.count == 64 ? webhook.signedAgain() : webhook).taken()
        },
        receiving("takes half a signature", "webhook.v1.ready.cut-signature", "SIG.LENGTH") { webhook in
            let length = webhook.headers[signature]?.utf8.count ?? 0
            return try (100..<300 ~= length ? webhook.signedAgain() : webhook).taken()
        },
        receiving("takes webhooks that it signed itself", "webhook.v1.ready.partners-key", "SIG.KEY") { webhook in
            let own = try VectorSet.embedded.key(named: "public-test-key-partner.pub.pem")
            let value = webhook.headers[signature] ?? ""
            let isOwn = try reference.verify(value, over: webhook.body, publicKeyPEM: own)
            return try (isOwn ? webhook.signedAgain() : webhook).taken()
        },
        receiving("verifies signatures over more than the body", "webhook.v1.ready.path-signed", "SIG.SCOPE") {
            webhook in
            let head = Array("POST /webhooks\n".utf8)
            let value = webhook.headers[signature] ?? ""
            let isRight = try reference.verify(value, over: head + webhook.body, publicKeyPEM: webhook.bankKeyPEM)
            return try (isRight ? webhook.signedAgain() : webhook).taken()
        },
        receiving("acts first and verifies later", "webhook.v1.ready.strangers-key", "SIG.KEY") { webhook in
            var reaction = try webhook.signedAgain().taken()
            reaction.status = try webhook.taken().status
            return reaction
        },
        receiving("verifies webhooks as it writes them again", "webhook.v1.ready.pretty", "ORDER.CONFIRMED") {
            webhook in
            var webhook = webhook
            webhook.body = webhook.body.rewritten()
            return try webhook.taken()
        },
        receiving("verifies webhooks with escapes", "receive.v1.ready-to-confirm.compact", "ORDER.CONFIRMED") {
            webhook in
            var webhook = webhook
            webhook.body = webhook.body.rewritten(JSONWriter(escaping: .ascii))
            return try webhook.taken()
        },
        receiving("trims webhooks before verifying", "webhook.v1.ready.final-newline", "ORDER.CONFIRMED") { webhook in
            var webhook = webhook
            webhook.body = webhook.body.trimmed
            return try webhook.taken()
        },
        receiving("compares header names with case", "webhook.v1.ready.lower-case-header", "ORDER.CONFIRMED") {
            webhook in
            var webhook = webhook
            let fields = webhook.headers.fields.filter { $0.name != signature.lowercased() }
            webhook.headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
            return try webhook.taken()
        },
        receiving("wants a header of its own", "webhook.v1.ready.accepted", "WEBHOOK.ANSWER_200") { webhook in
            webhook.headers.contains("X-Auth-Hash") ? try webhook.taken() : WebhookReaction(status: 401)
        },
        receiving("fails on wrong signatures", "webhook.v1.ready.strangers-key", "SIG.KEY", .should) { webhook in
            let reaction = try webhook.taken()
            return reaction.status == 401 ? WebhookReaction(status: 500) : reaction
        },
    ]

    static let signature = "X-PARTNER-SIGN"

    static func receiving(
        _ name: String,
        _ caseID: String,
        _ rule: RuleID,
        _ level: Rule.Level = .must,
        _ receive: @escaping Receive
    ) -> Specimen {
        BrokenPartner(onReceive: receive).specimen(name, caseID, rule, level)
    }
}

extension ReceivedWebhook {
    /// What the reference partner makes of it.
    func taken() throws -> WebhookReaction { try BrokenPartner.reference.receive(self) }

    /// The same webhook with the bank's right signature, whatever it had.
    func signedAgain() throws -> ReceivedWebhook {
        var webhook = self
        let key = try VectorSet.embedded.key(named: "public-test-key-bank.pem")
        webhook.headers[BrokenPartner.signature] = try BrokenPartner.reference.sign(body, privateKeyPEM: key)
        return webhook
    }

    /// The same webhook with another body, and the bank's right signature of it; nothing changes when it was wrongly signed.
    func rewriting(_ change: (inout JSONTree) -> Void) throws -> ReceivedWebhook {
        let value = headers[BrokenPartner.signature] ?? ""
        guard try BrokenPartner.reference.verify(value, over: body, publicKeyPEM: bankKeyPEM),
            var tree = try? JSONTree(parsing: body)
        else { return self }
        change(&tree)
        var webhook = self
        webhook.body = JSONWriter().write(tree)
        return try webhook.signedAgain()
    }
}
