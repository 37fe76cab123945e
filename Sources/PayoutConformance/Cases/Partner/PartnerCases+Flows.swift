import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// The payout as it should be, to its ends.
    static let flows: [ContractCase] = [
        .partner(
            basis,
            "pays an order: starts, confirms once, takes the result",
            rules: ["ORDER.SENT", "ORDER.CONFIRMED", "CONFIRM.ONCE", "WEBHOOK.ANSWER_200", "WEBHOOK.ONLY_200"],
            tags: ["smoke"]
        ) { trial in
            let session = try trial.start(.natural)
            try trial.awaitWebhook(.readyToConfirm, about: session)
            try trial.awaitConfirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
            trial.expectNoConfirm(
                of: session,
                rule: "CONFIRM.ONCE",
                because: "the payout was confirmed before",
                known: 1
            )
        },
        .partner(
            "flow.waits",
            "confirms behind ready_to_confirm and not before",
            rules: ["SESSION.CONFIRM_AFTER_WEBHOOK"]
        ) { trial in
            let session = try trial.start()
            trial.expectNoConfirm(
                of: session,
                rule: "SESSION.CONFIRM_AFTER_WEBHOOK",
                because: "ready_to_confirm was not sent yet"
            )
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
        },
        .partner(
            "flow.failed",
            "takes payment_finished of a payout that failed, and does not pay again",
            rules: [
                "PAYOUT.RESULT_BY_STATUS", "PAYOUT.ONE_PER_ORDER", "SESSION.STATE", "SESSION.NO_REFUND",
            ],
            twin: basis,
            tags: ["failure"]
        ) { trial in
            trial = try trial.taking(.declined)
            let session = try trial.start()
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session)
            trial.expectNoSecondPayout()
        },
        .partner(
            "flow.refused-early",
            "takes payment_finished of a payout that was never ready",
            rules: ["PAYOUT.RESULT_BY_STATUS", "PAYOUT.ONE_PER_ORDER"],
            twin: basis,
            tags: ["failure"]
        ) { trial in
            trial = try trial.taking(.refusedEarly)
            let session = try trial.start()
            try trial.awaitWebhook(.paymentFinished, about: session)
            trial.expectNoSecondPayout()
            trial.expectNoConfirm(of: session, rule: "PAYOUT.RESULT_BY_STATUS", because: "the bank refused the payout")
        },
        .partner(
            "flow.refused-at-start",
            "copes with a refusal in the answer to the start",
            rules: ["PAYOUT.REFUSED_LATE", "PAYOUT.ONE_PER_ORDER"],
            level: .should,
            twin: basis,
            tags: ["failure"]
        ) { trial in
            trial = try trial.taking(.refusedAtStart)
            try trial.startWithoutPayout(StartPlan(wantsAcceptance: false))
            Polling.pause(trial.pace.quiet)
            let starts = trial.calls.count { $0.startsPayout }
            guard starts > 1 else { return }
            trial.report(
                "PAYOUT.REFUSED_LATE",
                "the bank refused the start, and it was tried \(starts) times",
                expected: "one start",
                received: "\(starts)"
            )
        },
        .partner(
            "flow.error-not-final",
            "does not pay again while a session is in error, and takes the late success",
            rules: ["SESSION.ERROR_NOT_FINAL", "PAYOUT.ONE_PER_ORDER"],
            twin: basis,
            tags: ["failure", "money"]
        ) { trial in
            trial = try trial.taking(.paidLate)
            let session = try trial.start()
            try trial.confirm(session)
            try trial.awaitWebhook(.paymentFinished, about: session, count: 2)
            trial.expectNoSecondPayout(rule: "SESSION.ERROR_NOT_FINAL")
        },
        .partner(
            "flow.confirm-timeout",
            "does not confirm or pay again when the time to confirm is over",
            rules: ["WEBHOOK.ANY_ORDER", "PAYOUT.ONE_PER_ORDER"],
            twin: basis,
            tags: ["failure", "delivery"]
        ) { trial in
            trial = try trial.taking(.timedOut)
            let session = try trial.start()
            try trial.awaitWebhook(.paymentFinished, about: session)
            trial.deliver(try trial.readyBody(session), about: session)
            trial.expectNoConfirm(of: session, rule: "WEBHOOK.ANY_ORDER", because: "payment_finished has told the end")
            trial.expectNoSecondPayout()
        },
    ]
}

extension PartnerTrial {
    /// Expects that no further payout is started for the order for as long as silence has to last.
    func expectNoSecondPayout(rule: RuleID = "PAYOUT.ONE_PER_ORDER") {
        context.begin("waiting whether a second payout is started")
        let second = log.wait(until: .after(pace.quiet)) { entries -> PartnerCall? in
            let starts = (entries.calls[order.orderID] ?? []).filter(\.hasStartedPayout)
            return starts.count > 1 ? starts[1] : nil
        }
        guard let second else { return }
        report(
            rule,
            "a second payout was started for the order",
            expected: "one payout",
            received: Excerpt.of(second.exchange.request),
            cause: calls.filter(\.hasStartedPayout).causeOfSeveral
        )
    }
}
