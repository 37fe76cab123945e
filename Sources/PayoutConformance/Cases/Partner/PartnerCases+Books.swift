import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// What the partner's own books say.
    static let books: [ContractCase] = [
        kept("pending", "an order that waits is pending") { trial in
            try trial.start()
            try trial.expectBooks("pending", when: "before ready_to_confirm")
        },
        kept("confirmed", "an order that is confirmed and not finished is pending") { trial in
            trial = try trial.taking(.stuck)
            let session = try trial.start()
            try trial.confirm(session)
            try trial.expectBooks("pending", when: "behind the confirmation")
        },
        kept("paid", "a payout that succeeded is paid") { trial in
            _ = try trial.pay()
            try trial.expectBooks("paid", paid: trial.order.amount, when: "behind payment_finished")
        },
        kept("paid-once", "payment_finished that comes again is not counted again") { trial in
            let session = try trial.start()
            try trial.sandbox.order(
                WebhookOrder(WebhookTreatment(copies: .atOnce(3)), sessionID: session, type: .paymentFinished)
            )
            try trial.confirm(session)
            let all = try trial.awaitWebhook(.paymentFinished, about: session, count: 3)
            trial.deliver(bytes: all[0].body, as: .paymentFinished, about: session)
            try trial.expectBooks("paid", paid: trial.order.amount, when: "behind four payment_finished")
        },
        kept("failed", "a payout that failed is failed") { trial in
            trial = try trial.taking(.declined)
            _ = try trial.pay()
            try trial.expectBooks("failed", when: "behind payment_finished")
        },
        kept("refused-early", "a payout that was never ready is failed") { trial in
            trial = try trial.taking(.refusedEarly)
            let session = try trial.start()
            try trial.awaitWebhook(.paymentFinished, about: session)
            try trial.expectBooks("failed", when: "behind payment_finished")
        },
        kept("timed-out", "a payout that was not confirmed in time is cancelled or failed") { trial in
            trial = try trial.taking(.timedOut)
            let session = try trial.start()
            try trial.awaitWebhook(.paymentFinished, about: session)
            try trial.expectBooks("cancelled", "failed", when: "behind payment_finished")
        },
        kept("late-success", "a session in error is not paid, and paid once when the bank corrects itself") { trial in
            trial = try trial.taking(.paidLate)
            let session = try trial.start()
            // The second payment_finished is held back until the books were read.
            try trial.sandbox.order(WebhookOrder(.none, sessionID: session, type: .paymentFinished))
            try trial.sandbox.order(
                WebhookOrder(WebhookTreatment(timing: .dropped), sessionID: session, type: .paymentFinished)
            )
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
            try trial.expectBooks("pending", "failed", when: "while the session is in error")
            let late = trial.log.wait(until: trial.confirmDeadline) { entries in
                entries.deliveries(about: session).first { $0.type == .paymentFinished && $0.outcome == .dropped }
            }
            guard let late else { throw CaseStop.notRun("the kit's bank did not correct itself") }
            trial.deliver(bytes: late.body, as: .paymentFinished, about: session)
            try trial.expectBooks("paid", paid: trial.order.amount, when: "behind the late success")
        },
        kept("late-ready", "a late ready_to_confirm does not change a paid order") { trial in
            let session = try trial.pay()
            trial.deliver(try trial.readyBody(session), about: session)
            try trial.expectBooks("paid", paid: trial.order.amount, when: "behind a late ready_to_confirm")
        },
        kept("lost-answer", "a payout whose confirmation had no answer is paid once") { trial in
            trial.losesAnswers = true
            let session = try trial.start()
            try trial.sandbox.order(AnswerOrder(.drop, operation: "session/confirm", sessionID: session))
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
            try trial.expectBooks("paid", paid: trial.order.amount, when: "behind payment_finished")
        },
        kept("lost-confirmation", "a payout whose confirmation had no answer waits, also when it is repeated") {
            trial in
            trial.losesAnswers = true
            trial = try trial.taking(.stuck)
            let session = try trial.start()
            try trial.sandbox.order(AnswerOrder(.drop, operation: "session/confirm", sessionID: session))
            try trial.confirm(session)
            try trial.expectBooks("pending", when: "behind a confirmation without an answer")
        },
        kept("forged", "a forged payment_finished pays nothing") { trial in
            trial = try trial.taking(.stuck)
            let session = try trial.start()
            try trial.confirm(session)
            var body = try trial.readyBody(session)
            body["type"] = "payment_finished"
            body["session"]?["status"] = "accepted"
            body["session"]?["next_action"] = nil
            body.changeFirstPayout { $0["status"] = "succeeded" }
            let forged = WebhookTreatment(signature: .otherKey)
            trial.deliver(body, as: .paymentFinished, about: session, forged, answer: .refusal, rule: "WEBHOOK.VERIFY")
            try trial.expectBooks("pending", when: "behind a forged payment_finished")
        },
        kept("returned", "returned money is taken off", level: .should) { trial in
            trial = try trial.taking(.returned)
            let session = try trial.pay()
            try trial.awaitWebhook(.paymentRefunded, about: session)
            try trial.expectBooks("paid", "failed", "cancelled", level: .should, when: "behind payment_refunded")
        },
        kept("cancelled", "an order that was cancelled is cancelled or failed") { trial in
            try trial.needsCancel()
            let session = try trial.start()
            try trial.cancel()
            let early = trial.firstCall(until: .after(trial.pace.quiet)) { $0.operation == .cancel }
            if early == nil { trial.deliver(try trial.readyBody(session), about: session) }
            try trial.awaitWebhook(.paymentFinished, about: session)
            try trial.expectBooks("cancelled", "failed", when: "behind payment_finished")
        },
    ]

    /// A case about the partner's books.
    static func kept(
        _ id: String,
        _ title: String,
        rules: [RuleID] = ["ORDER.BOOKS"],
        level: Rule.Level = .must,
        run: @escaping @Sendable (inout PartnerTrial) throws -> Void
    ) -> ContractCase {
        .partner("books." + id, title, rules: rules, level: level, twin: basis, tags: ["books"]) { trial in
            try trial.needsBooks()
            try run(&trial)
        }
    }
}

extension PartnerTrial {
    /// Starts, confirms, and waits for the end; returns the session.
    fileprivate func pay() throws -> String {
        let session = try start()
        try confirm(session)
        try awaitWebhook(.paymentFinished, about: session)
        return session
    }
}
