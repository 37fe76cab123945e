import PayoutContract
import PayoutVectors
import StrictJSON

/// Every right webhook of `vectors/webhooks/`, rightly signed: answered with 200, and confirmed where it is what was ordered.
enum WebhookVectorCases {
    static func all(_ vectors: VectorSet) throws -> [ContractCase] {
        let post = try WebhookPost(vectors)
        return try vectors.cases(kind: .message)
            .compactMap { vector in
                guard case .message(let message) = vector.content, message.direction == .webhook, vector.isAccepted,
                    let api = APIVersion(rawValue: message.api)
                else { return nil }
                return receive(vector, message, api, post)
            }
    }

    private static func receive(
        _ vector: VectorCase,
        _ message: MessageCase,
        _ api: APIVersion,
        _ post: WebhookPost
    ) -> ContractCase {
        let session = (try? JSONDocument(parsing: message.body))?.root["session"].map(SessionView.init)
        let (order, wish) = wish(for: session, type: message.message, api)
        return .adapter(
            "receive." + vector.id.replacingText(".webhook.", with: "."),
            "takes \(message.message) (\(api.rawValue)): \(vector.title)",
            rules: ["WEBHOOK.ANSWER_200"] + vector.rules.filter { $0 != "WEBHOOK.ANSWER_200" },
            level: vector.level,
            tags: ["receive_webhook", api.rawValue, message.message] + vector.tags
        ) { client in
            try client.expect(wish, of: post.webhook(message.body, orders: [order]))
        }
    }

    /// The order that a webhook tells of, as far as it does, and what has to become of it.
    private static func wish(for session: SessionView?, type: String, _ api: APIVersion) -> (PartnerOrder, WebhookWish)
    {
        var order = PartnerOrder.sample(api)
        let payout = session?.payouts.first?.value
        let name = payout?["participant_details"]?["recipient"]?["full_name"]?.string
        let amount = payout?["amount_details"]?["amount"]?.number?.int64
        let currency = payout?["amount_details"]?["currency"]?.string
        order.sessionID = session?.id ?? order.sessionID
        order.recipientFullName = name ?? order.recipientFullName
        order.amount = amount ?? order.amount
        order.currency = currency?.lowercased() ?? order.currency
        let isComplete = name != nil && amount != nil && currency != nil && session?.payouts.count == 1
        // What is paid to something else than a card, or comes in, is not what the order says.
        let instrument = payout?["payment_method"] ?? payout?["payout_details"]
        let isOrdered =
            isComplete && instrument?["type"]?.string == "card" && session?.nextAction == "confirm"
            && session?.payouts.first?.id?.hasPrefix("pm_") != true
        var wish = WebhookWish(answer: .ok, action: .nothing, sessionID: session?.id, rule: "CONFIRM.MATCHES_ORDER")
        if type == WebhookType.readyToConfirm.name { wish.action = isOrdered ? .confirm : .anything }
        if (session?.payouts.count ?? 0) > 1 { wish.answer = .success }
        return (order, wish)
    }
}
