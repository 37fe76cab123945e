import HTTPWire
import PayoutConformance
import PayoutVectors
import StrictJSON

extension BrokenPartner {
    /// Partners that confirm what was not ordered, or don't confirm what was.
    static let confirming: [Specimen] = [
        receiving("confirms every payout", "webhook.v1.ready.amount-raised", "CONFIRM.MATCHES_ORDER") { webhook in
            try webhook.reacting { session, _ in (.confirm, session) }
        },
        receiving(
            "confirms every session that it knows",
            "webhook.v2.ready.amount-hundredfold",
            "CONFIRM.MATCHES_ORDER"
        ) {
            webhook in
            try webhook.reacting { session, orders in
                orders.contains { $0.sessionID == session } ? (.confirm, session) : (.none, nil)
            }
        },
        receiving("doesn't compare currencies", "webhook.v1.ready.other-currency", "CONFIRM.MATCHES_ORDER") { webhook in
            try webhook.overlooking { $0["amount_details"]?["currency"] = .string($1.currency) }
        },
        receiving("doesn't compare recipients", "webhook.v1.ready.other-recipient", "CONFIRM.MATCHES_ORDER") {
            webhook in
            try webhook.overlooking {
                $0["participant_details"]?["recipient"]?["full_name"] = .string($1.recipientFullName)
            }
        },
        receiving("compares amounts in roubles", "webhook.v1.ready.amount-in-roubles", "CONFIRM.MATCHES_ORDER") {
            webhook in
            try webhook.overlooking { payout, order in
                if payout["amount_details"]?["amount"] == 100 {
                    payout["amount_details"]?["amount"] = JSONTree(integerLiteral: order.amount)
                }
            }
        },
        receiving(
            "reads the amount from the instrument",
            "webhook.v1.ready.amount-of-instrument",
            "PAYOUT.AMOUNT_PLACE"
        ) { webhook in
            try webhook.overlooking { payout, _ in
                guard let amount = payout["payment_method"]?["card"]?["amount"] else { return }
                payout["amount_details"]?["amount"] = amount
            }
        },
        receiving("confirms foreign sessions", "webhook.v1.ready.unknown-session", "CONFIRM.MATCHES_ORDER") { webhook in
            try webhook.reacting { session, orders in
                orders.contains { $0.sessionID == session } ? (.none, nil) : (.confirm, session)
            }
        },
        receiving(
            "looks for the order by its amount",
            "webhook.v1.ready.session-of-another-order",
            "CONFIRM.MATCHES_ORDER"
        ) { webhook in
            try webhook.reacting { session, _ in (.confirm, session) }
        },
        receiving("confirms its first order", "webhook.v1.ready.second-order", "CONFIRM.MATCHES_ORDER") { webhook in
            var reaction = try webhook.taken()
            if reaction.action == .confirm { reaction.sessionID = webhook.orders.first?.sessionID }
            return reaction
        },
        receiving("confirms when all is over", "webhook.v1.finished.accepted", "CONFIRM.MATCHES_ORDER") { webhook in
            try webhook.reacting { session, _ in (.confirm, session) }
        },
        receiving("cancels when all is over", "webhook.v1.finished.accepted", "CONFIRM.MATCHES_ORDER") { webhook in
            let reaction = try webhook.taken()
            guard reaction.status == 200, reaction.action == .none else { return reaction }
            return WebhookReaction(status: 200, action: .cancel, sessionID: webhook.orders.first?.sessionID)
        },
        receiving("never confirms", "webhook.v1.ready.accepted", "ORDER.CONFIRMED") { webhook in
            WebhookReaction(status: try webhook.taken().status)
        },
        receiving("cancels everything", "webhook.v2.ready.accepted", "ORDER.CONFIRMED") { webhook in
            var reaction = try webhook.taken()
            if reaction.action == .confirm { reaction.action = .cancel }
            return reaction
        },
        receiving("compares currencies with case", "webhook.v1.ready.currency-capitals", "ORDER.CONFIRMED") { webhook in
            webhook.body.containsText("RUB") ? WebhookReaction(status: 200) : try webhook.taken()
        },
        receiving("reads v1 only", "webhook.v2.ready.accepted", "ORDER.CONFIRMED") { webhook in
            webhook.body.containsText("payout_list") ? WebhookReaction(status: 200) : try webhook.taken()
        },
        receiving("reads v2 only", "webhook.v1.ready.accepted", "ORDER.CONFIRMED") { webhook in
            webhook.body.containsText("payout_list") ? try webhook.taken() : WebhookReaction(status: 200)
        },
    ]

    /// Partners whose answers make the bank send webhooks again and again.
    static let answering: [Specimen] = [
        answering("answers 204", "webhook.v1.finished.accepted", .should, 204) { _ in true },
        answering("answers with a redirect", "webhook.v1.finished.accepted", .must, 302) { _ in true },
        answering("answers 500 to all it takes", "webhook.v1.ready.accepted", .must, 500) { _ in true },
        answering("fails on unknown types", "webhook.v1.unknown-type", .must, 500) {
            $0["type"]?.string == "confirmation_payout"
        },
        answering("fails on unknown members", "receive.v1.payment-finished.unknown-members", .must, 400) { body in
            body.members?.contains { !["type", "session", "confirm_information"].contains($0.name) } == true
                || body["session"]?.members?
                    .contains { $0.name.containsText("future") || $0.name.containsText("unknown") }
                    == true
                || body["session"]?["payments"]?.elements?.first?.members?.count ?? 0 > 9
        },
        answering("fails without payouts", "receive.v1.ready-to-confirm.empty-list", .must, 500) {
            $0["session"]?["payments"]?.elements?.isEmpty == true
        },
        answering("fails on several payouts", "receive.v1.payment-finished.two-payouts", .must, 500) {
            $0["session"]?["payments"]?.elements?.count ?? 0 > 1
        },
        answering("fails without a list of payouts", "receive.v1.ready-to-confirm.sdk-minimal", .must, 500) {
            $0["session"]?["payments"] == nil && $0["session"]?["payout_list"] == nil
        },
        answering("wants metadata to be text", "receive.v1.ready-to-confirm.metadata-object", .must, 400) {
            $0["session"]?["payments"]?.elements?.first?["metadata"]?.string == nil
        },
        answering("wants to know the recipient", "receive.v1.ready-to-confirm.no-participants", .must, 500) {
            $0["session"]?["payments"]?.elements?.first?["participant_details"] == nil
        },
        answering("reads three digits of a second", "webhook.v1.ready.accepted", .must, 500) {
            $0["session"]?["created_at"]?.string?.utf8.count ?? 0 > 24
        },
        answering("fails on failures", "receive.v1.payment-finished.failed", .must, 500) {
            $0["session"]?["payments"]?.elements?.first?["status"]?.string == "failed"
        },
        receiving("crashes on signed nonsense", "webhook.v1.signed.no-json", "WEBHOOK.ANSWER_200") { webhook in
            guard (try? JSONTree(parsing: webhook.body)) != nil else { throw Crash() }
            return try webhook.taken()
        },
        receiving("fails on signed nonsense", "webhook.v1.signed.null", "WEBHOOK.ANSWER_200", .should) { webhook in
            let reaction = try webhook.taken()
            return reaction.status == 400 ? WebhookReaction(status: 500) : reaction
        },
    ]

    private struct Crash: Error {}

    private static func answering(
        _ name: String,
        _ caseID: String,
        _ level: Rule.Level,
        _ status: Int,
        where isHit: @escaping @Sendable (JSONTree) -> Bool
    ) -> Specimen {
        receiving(name, caseID, "WEBHOOK.ANSWER_200", level) { webhook in
            var reaction = try webhook.taken()
            if reaction.status == 200, let body = try? JSONTree(parsing: webhook.body), isHit(body) {
                reaction.status = status
            }
            return reaction
        }
    }
}

extension ReceivedWebhook {
    /// What a partner makes of a rightly signed webhook about a session, by `choose`.
    fileprivate func reacting(
        _ choose: (String?, [PartnerOrder]) -> (WebhookReaction.Action, String?)
    ) throws -> WebhookReaction {
        let status = try taken().status
        guard status == 200, let session = try JSONTree(parsing: body)["session"]?["id"]?.string else {
            return WebhookReaction(status: status)
        }
        let (action, sessionID) = choose(session, orders)
        return WebhookReaction(status: 200, action: action, sessionID: sessionID)
    }

    /// What the reference partner makes of it when one property of the payout is as ordered, whatever came.
    fileprivate func overlooking(_ repair: (inout JSONTree, PartnerOrder) -> Void) throws -> WebhookReaction {
        try rewriting { body in
            let id = body["session"]?["id"]?.string
            guard let order = orders.first(where: { $0.sessionID == id }) else { return }
            for list in ["payments", "payout_list"] {
                guard var payouts = body["session"]?[list]?.elements, !payouts.isEmpty else { continue }
                repair(&payouts[0], order)
                body["session"]?[list] = .array(payouts)
            }
        }
        .taken()
    }
}
