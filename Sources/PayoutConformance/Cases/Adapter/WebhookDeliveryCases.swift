import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// Webhooks that are forged, that are odd but right, that show something else than was ordered, or that are no webhooks.
enum WebhookDeliveryCases {
    static func all(_ vectors: VectorSet) throws -> [ContractCase] {
        let post = try WebhookPost(vectors)
        return APIVersion.allCases.flatMap { api in
            accepted(api, post) + forged(api, post) + odd(api, post) + mismatched(api, post)
                + [rotated(api, post)]
        } + hostile(post)
    }

    /// The twins of all others.
    private static func accepted(_ api: APIVersion, _ post: WebhookPost) -> [ContractCase] {
        let order = PartnerOrder.sample(api)
        return [
            receive(
                "ready.accepted",
                "confirms ready_to_confirm that is what was ordered",
                api,
                rules: ["ORDER.CONFIRMED"]
            ) {
                (try post.webhook(JSONWriter().write(WebhookBody.ready(order)), orders: [order]), .confirming(order))
            },
            receive("finished.accepted", "takes payment_finished of its order", api, rules: ["WEBHOOK.ANSWER_200"]) {
                (try post.webhook(JSONWriter().write(WebhookBody.finished(order)), orders: [order]), .quiet(order))
            },
        ]
    }

    private static func forged(_ api: APIVersion, _ post: WebhookPost) -> [ContractCase] {
        let order = PartnerOrder.sample(api)
        let bodies = [("ready", WebhookBody.ready(order)), ("finished", WebhookBody.finished(order))]
        return bodies.flatMap { kind, body in
            Forgery.all.map { forgery in
                receive(
                    "\(kind).\(forgery.name)",
                    "refuses a webhook \(forgery.title)",
                    api,
                    rules: [forgery.rule],
                    level: forgery.level,
                    twin: "\(kind).accepted"
                ) {
                    var webhook = try post.webhook(JSONWriter().write(body), orders: [order])
                    try forgery.change(&webhook, post)
                    return (webhook, WebhookWish(answer: .refusal, action: .nothing, rule: forgery.rule))
                }
            }
        }
    }

    private static func mismatched(_ api: APIVersion, _ post: WebhookPost) -> [ContractCase] {
        let order = PartnerOrder.sample(api)
        return Mismatch.all.map { mismatch in
            receive(
                "ready.\(mismatch.name)",
                "never confirms \(mismatch.title)",
                api,
                rules: [mismatch.rule],
                twin: "ready.accepted"
            ) {
                var body = WebhookBody.ready(order)
                mismatch.change(&body) { PartnerOrder.secondSessionID }
                let wish = WebhookWish(
                    answer: mismatch.answer,
                    action: .neverConfirm,
                    sessionID: body["session"]?["id"]?.string,
                    rule: mismatch.rule
                )
                return (try post.webhook(JSONWriter().write(body), orders: [order, .second(api)]), wish)
            }
        }
    }

    /// The bank changes its key: what the old one signs counts before, and no longer behind.
    private static func rotated(_ api: APIVersion, _ post: WebhookPost) -> ContractCase {
        .adapter(
            "webhook.\(api.rawValue).ready.rotated-key",
            "takes the bank's new key and gives its old one up (\(api.rawValue))",
            rules: ["SIG.KEY", "ORDER.CONFIRMED"],
            twin: "webhook.\(api.rawValue).ready.accepted",
            tags: ["receive_webhook", api.rawValue]
        ) { client in
            let order = PartnerOrder.sample(api)
            let body = JSONWriter().write(WebhookBody.ready(order))
            let before = try post.webhook(body, orders: [order])
            try client.expect(.confirming(order), of: before)
            var late = before
            late.bankKeyPEM = post.newBankKeyPEM
            try client.expect(WebhookWish(answer: .refusal, action: .nothing, rule: "SIG.KEY"), of: late)
            var behind = late
            behind.headers[PartnerHeader.signature] = try post.newBankKey.sign(body)
            try client.expect(.confirming(order), of: behind)
        }
    }

    /// Bodies that the bank signed and that are no webhooks: whatever is answered, nothing is confirmed and nothing crashes.
    private static func hostile(_ post: WebhookPost) -> [ContractCase] {
        HostileBody.all.map { hostile in
            receive(
                "signed.\(hostile.name)",
                "survives \(hostile.title)",
                .v1,
                rules: ["WEBHOOK.ANSWER_200"],
                level: hostile.level
            ) {
                let wish = WebhookWish(answer: hostile.answer, action: .nothing, rule: "CONFIRM.MATCHES_ORDER")
                return (try post.webhook(hostile.body, orders: [.sample(.v1)]), wish)
            }
        }
    }

    static func receive(
        _ id: String,
        _ title: String,
        _ api: APIVersion,
        rules: [RuleID],
        level: Rule.Level = .must,
        twin: String? = nil,
        make: @escaping @Sendable () throws -> (ReceivedWebhook, WebhookWish)
    ) -> ContractCase {
        .adapter(
            "webhook.\(api.rawValue).\(id)",
            "\(title) (\(api.rawValue))",
            rules: rules,
            level: level,
            twin: twin.map { "webhook.\(api.rawValue).\($0)" },
            tags: ["receive_webhook", api.rawValue]
        ) { client in
            let (webhook, wish) = try make()
            try client.expect(wish, of: webhook)
        }
    }
}

extension WebhookWish {
    /// The order is confirmed.
    static func confirming(_ order: PartnerOrder) -> WebhookWish {
        WebhookWish(answer: .ok, action: .confirm, sessionID: order.sessionID, rule: "ORDER.CONFIRMED")
    }

    /// The webhook is taken, and nothing follows.
    static func quiet(_ order: PartnerOrder) -> WebhookWish {
        WebhookWish(answer: .ok, action: .nothing, sessionID: order.sessionID, rule: "CONFIRM.MATCHES_ORDER")
    }
}

extension PartnerOrder {
    /// The session that the second order is paid in.
    static let secondSessionID = "ps_3231"

    /// Another order of the same shop, in another session.
    static func second(_ api: APIVersion) -> PartnerOrder {
        var order = PartnerOrder.sample(api)
        order.orderID = "order-132"
        order.sessionID = secondSessionID
        order.amount = 77_700
        order.recipientFullName = "Петрова Анна Сергеевна"
        return order
    }
}
