import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

/// A way in which the bank's answer to a call that it carried out does not reach the partner.
private struct LostAnswer: Sendable {
    var name: String
    /// After "when".
    var title: String
    var fault: AnswerFault

    static let all = [
        LostAnswer(name: "dropped", title: "the connection closes without an answer", fault: .drop),
        LostAnswer(name: "reset", title: "the connection is reset", fault: .reset),
        LostAnswer(name: "truncated", title: "half of the answer comes", fault: .truncatedBody),
        LostAnswer(name: "bad-gateway", title: "a proxy answers 502", fault: .errorPage(502)),
        LostAnswer(name: "page", title: "a page comes in the place of JSON", fault: .errorPage(200)),
        LostAnswer(name: "empty", title: "an empty 500 comes", fault: .status(500)),
    ]
}

extension PartnerCases {
    /// Starts that are asked for twice.
    static let effects: [ContractCase] = [
        .partner(
            "start.twice",
            "starts one payout for an order that is given twice",
            rules: ["PAYOUT.ONE_PER_ORDER"],
            level: .should,
            twin: basis,
            tags: ["money"]
        ) { trial in
            try trial.start(StartPlan(runs: 2, wantsAcceptance: false))
            trial.expectNoSecondPayout()
        }
    ]

    /// Answers that are lost, and refusals that pass: money moves once.
    static let faults: [ContractCase] =
        LostAnswer.all.map(lostStart) + LostAnswer.all.map(lostConfirmation) + [
            .partner(
                "confirm.refused-once",
                "confirms again when the bank could not, and ready_to_confirm comes again",
                rules: ["CONFIRM.STORED_LATE"],
                level: .should,
                tags: ["answers"]
            ) { trial in
                try trial.confirmTwice(refusing: .refusal(code: "internal_error"), rule: "CONFIRM.STORED_LATE")
            }
        ]

    private static func lostStart(_ lost: LostAnswer) -> ContractCase {
        .partner(
            "start.\(lost.name)",
            "starts one payout when \(lost.title)",
            rules: ["RETRY.SAFE", "PAYOUT.ONE_PER_ORDER", "ENVELOPE.ANY_BODY"],
            twin: basis,
            tags: ["answers", "money"]
        ) { trial in
            trial.losesAnswers = true
            let faults = ["session/init/payout", "session/start/payout"].map { AnswerOrder(lost.fault, operation: $0) }
            let session = try trial.start(StartPlan(faults: faults, wantsAcceptance: false))
            Polling.pause(trial.pace.quiet)
            let starts = trial.calls.filter(\.hasStartedPayout)
            if starts.count > 1 {
                trial.report(
                    "RETRY.SAFE",
                    "the answer to the start was lost, and another payout was started",
                    expected: "one payout; session/status, the idempotency key or the webhook tell what became of it",
                    received: starts.asStarts,
                    sent: "nothing that can be read: \(lost.title)",
                    cause: starts.causeOfSeveral
                )
                throw CaseStop.afterFindings
            }
            // Whether the partner takes the payout up or leaves it, it answers, and money moves at most once.
            trial.deliver(try trial.readyBody(session), about: session, answer: .okOrRefusal)
            trial.expectNoSecondPayout(rule: "RETRY.SAFE")
        }
    }

    private static func lostConfirmation(_ lost: LostAnswer) -> ContractCase {
        .partner(
            "confirm.\(lost.name)",
            "takes the result of a payout when \(lost.title) behind the confirmation",
            rules: ["RETRY.SAFE", "ENVELOPE.ANY_BODY"],
            twin: basis,
            tags: ["answers", "money"]
        ) { trial in
            trial.losesAnswers = true
            let session = try trial.start()
            try trial.sandbox.order(AnswerOrder(lost.fault, operation: "session/confirm", sessionID: session))
            try trial.confirm(session)
            let finished = try trial.awaitWebhook(.paymentFinished, about: session, rule: "ENVELOPE.ANY_BODY")
            trial.expectNoSecondPayout(rule: "RETRY.SAFE")
            // A partner that the answer has brought down shows it by now.
            trial.deliver(bytes: finished[0].body, as: .paymentFinished, about: session, rule: "ENVELOPE.ANY_BODY")
        }
    }
}
