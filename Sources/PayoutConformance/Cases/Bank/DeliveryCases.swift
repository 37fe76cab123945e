import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// What a bank does about webhooks that were not taken (reference/webhooks: they are sent again after 4xx and 5xx).
    static let deliveries: [ContractCase] = [
        .bank(
            "webhook.sent-again",
            "a webhook that is answered with HTTP 500 is sent again, as it was",
            rules: ["WEBHOOK.DELIVERED"],
            tags: ["webhook", "retry"],
            timeout: .seconds(30),
            movesMoney: true,
            needsWebhooks: true
        ) { client in
            guard client.bank.target.abilities.retriesWebhooks else {
                throw CaseStop.notApplicable("the bank is not known to send webhooks again")
            }
            let order = try client.order()
            let sessionID = try client.createSession()
            client.bank.inbox?.refuseNext(about: sessionID)
            _ = try client.ask(.startPayout, order.start(sessionID))
            try client.expectSentAgain("ready_to_confirm", about: sessionID)
        }
    ]

    /// What a bank that heeds idempotency keys does about the second use of one.
    static let idempotency: [ContractCase] = [
        .bank(
            "init.key-twice",
            "a second session/init/payout with the same idempotency key is refused",
            rules: ["IDEMPOTENCY.REPEAT"],
            level: .should,
            twin: Baseline.initiate.acceptedID,
            tags: ["init", "negative", "idempotency"],
            movesMoney: true
        ) { client in
            guard client.bank.target.abilities.heedsIdempotencyKeys else {
                throw CaseStop.notApplicable("the bank is not known to heed idempotency keys")
            }
            var request = try client.request(.initPayout, client.order().initiate)
            let key = "payoutkit-\(try client.createSession())"
            request.headers.add("X-PARTNER-IDEMPOTENCY-KEY", key)
            _ = try client.accept(request, as: .initPayout)
            let refusal = Refusal(code: .likely("idempotency_key_already_exists"))
            try client.refuse(request, as: .initPayout, refusal, rule: "IDEMPOTENCY.REPEAT")
        }
    ]
}

extension PartnerClient {
    /// Expects a second delivery of a webhook whose first one was answered with an error, with the same bytes.
    fileprivate func expectSentAgain(_ type: String, about sessionID: String) throws(CaseStop) {
        context.begin("waiting for the webhook \(type) to be sent again")
        let deadline = Deadline.after(bank.target.retryWait)
        guard let found = bank.inbox?.all(type, about: sessionID, count: 2, until: deadline) else {
            let count = bank.inbox?.all(about: sessionID).count { $0.type == type } ?? 0
            report(
                "WEBHOOK.DELIVERED",
                "\(type) came \(count == 1 ? "once" : "\(count) times") within \(bank.target.retryWait.inSeconds) s",
                expected: "a second delivery after HTTP 500",
                received: "\(count) deliveries"
            )
            throw .afterFindings
        }
        for delivery in found { try judge(delivery) }
        guard found[0].request.body == found[1].request.body else {
            report(
                "WEBHOOK.DELIVERED",
                level: .should,
                "\(type) was sent again with another body",
                expected: "the same bytes",
                received: Excerpt.of(found[1].request)
            )
            return
        }
    }
}
