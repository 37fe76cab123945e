import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// Webhooks that come twice, late, or in another order.
    static let deliveries: [ContractCase] = [
        repeated("twice", "ready_to_confirm that comes again", .inTurn(3)),
        repeated("at-once", "ready_to_confirm that comes three times at once", .atOnce(3)),
        .partner(
            "delivery.ready-after-confirm",
            "confirms once when ready_to_confirm comes again behind the confirmation",
            rules: ["WEBHOOK.REPEATED", "CONFIRM.ONCE"],
            twin: basis,
            tags: ["delivery"]
        ) { trial in
            trial = try trial.taking(.stuck)
            let session = try trial.start()
            try trial.confirm(session)
            trial.deliver(try trial.readyBody(session), about: session)
            trial.expectNoConfirm(of: session, rule: "CONFIRM.ONCE", because: "the payout is confirmed", known: 1)
        },
        .partner(
            "delivery.ready-after-end",
            "leaves a finished payout alone when ready_to_confirm comes late",
            rules: ["WEBHOOK.ANY_ORDER", "CONFIRM.ONCE"],
            twin: basis,
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start()
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
            trial.deliver(try trial.readyBody(session), about: session)
            trial.expectNoConfirm(of: session, rule: "WEBHOOK.ANY_ORDER", because: "the payout is finished", known: 1)
        },
        .partner(
            "delivery.finished-repeated",
            "takes payment_finished that comes again, also at the same time",
            rules: ["WEBHOOK.REPEATED"],
            twin: basis,
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start()
            try trial.sandbox.order(
                WebhookOrder(WebhookTreatment(copies: .atOnce(3)), sessionID: session, type: .paymentFinished)
            )
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session, count: 3, rule: "WEBHOOK.REPEATED")
            trial.expectNoSecondPayout(rule: "WEBHOOK.REPEATED")
        },
        .partner(
            "delivery.delayed",
            "confirms when ready_to_confirm comes late",
            rules: ["ORDER.CONFIRMED", "SESSION.CONFIRM_AFTER_WEBHOOK"],
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start()
            try trial.confirm(session, WebhookTreatment(timing: .delayed(trial.pace.quiet)))
        },
        .partner(
            "delivery.lost-finish",
            "takes payment_finished that comes at the second attempt",
            rules: ["WEBHOOK.ANSWER_200"],
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start()
            try trial.sandbox.order(
                WebhookOrder(WebhookTreatment(timing: .dropped), sessionID: session, type: .paymentFinished)
            )
            try trial.confirm(session)
            let lost = trial.log.wait(until: trial.confirmDeadline) { entries in
                entries.deliveries(about: session).first { $0.type == .paymentFinished }
            }
            guard let lost else { throw CaseStop.notRun("the kit's bank wrote no payment_finished") }
            trial.deliver(bytes: lost.body, as: .paymentFinished, about: session)
        },
        .partner(
            "delivery.slow-bank",
            "answers ready_to_confirm at once, also when the bank is slow to answer session/confirm",
            rules: ["WEBHOOK.QUICK"],
            level: .should,
            twin: basis,
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start()
            let wait = AnswerFault.delay(trial.pace.confirm * 5 / 4)
            try trial.sandbox.order(AnswerOrder(wait, operation: "session/confirm", sessionID: session))
            trial.deliver(try trial.readyBody(session), about: session)
        },
        .partner(
            "delivery.before-answer",
            "confirms when ready_to_confirm comes before the answer to the start",
            rules: ["WEBHOOK.BEFORE_ANSWER"],
            level: .should,
            tags: ["delivery"]
        ) { trial in
            let session = try trial.start(
                StartPlan(ready: WebhookTreatment(timing: .beforeAnswer), wantsAcceptance: false)
            )
            let first = try trial.awaitWebhook(.readyToConfirm, about: session, rule: "WEBHOOK.BEFORE_ANSWER")
            // A partner that does not know the session yet may have let it pass; the bank sends it again then.
            let isConfirmed = trial.firstCall(until: .after(trial.pace.quiet)) { $0.operation == .confirm } != nil
            if !isConfirmed, let body = first.first?.body { trial.deliver(bytes: body, about: session) }
            try trial.awaitConfirm(session, rule: "WEBHOOK.BEFORE_ANSWER", level: .should)
        },
    ]

    private static func repeated(_ id: String, _ title: String, _ copies: WebhookTreatment.Copies) -> ContractCase {
        .partner(
            "delivery.ready-\(id)",
            "confirms once for \(title)",
            rules: ["WEBHOOK.REPEATED", "CONFIRM.ONCE"],
            twin: basis,
            tags: ["delivery", "money"]
        ) { trial in
            trial = try trial.taking(.stuck)
            let session = try trial.start()
            try trial.confirm(session, WebhookTreatment(copies: copies), rule: "WEBHOOK.REPEATED")
            trial.expectNoConfirm(of: session, rule: "CONFIRM.ONCE", because: "the payout is confirmed", known: 1)
        }
    }
}
