import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors

extension PartnerCases {
    /// Orders that the partner is asked to cancel.
    static let cancelling: [ContractCase] = [
        .partner(
            "cancel.waiting",
            "cancels an order that waits, and never confirms it",
            rules: ["CANCEL.MEANS_CANCEL"],
            twin: basis,
            tags: ["cancel", "money"]
        ) { trial in
            try trial.needsCancel()
            let session = try trial.start()
            try trial.cancel()
            // Whoever waits for the bank to be ready is told now; to others the webhook comes late.
            let early = trial.firstCall(until: .after(trial.pace.quiet)) { $0.operation == .cancel }
            trial.deliver(try trial.readyBody(session), about: session)
            if early == nil { trial.awaitCancel(session) }
            trial.expectNoConfirm(of: session, rule: "CANCEL.MEANS_CANCEL", because: "the order was to be cancelled")
        },
        .partner(
            "cancel.lost-answer",
            "does not confirm when the answer to session/cancel was lost",
            rules: ["CANCEL.MEANS_CANCEL"],
            twin: basis,
            tags: ["cancel", "answers", "money"]
        ) { trial in
            try trial.needsCancel()
            trial.losesAnswers = true
            let session = try trial.start()
            try trial.sandbox.order(AnswerOrder(.drop, operation: "session/cancel", sessionID: session))
            try? trial.cancel()
            trial.deliver(try trial.readyBody(session), about: session)
            trial.awaitCancel(session)
            trial.expectNoConfirm(of: session, rule: "CANCEL.MEANS_CANCEL", because: "the order was to be cancelled")
        },
    ]
}

extension PartnerTrial {
    /// Waits for the call that cancels a session.
    fileprivate func awaitCancel(_ sessionID: String) {
        context.begin("waiting for session/cancel")
        let call = firstCall(until: confirmDeadline) { $0.operation == .cancel && $0.sessionID == sessionID }
        guard call == nil else { return }
        report(
            "CANCEL.MEANS_CANCEL",
            "the order was not cancelled within \(pace.confirm.inSeconds) s",
            expected: "session/cancel",
            received: "no session/cancel"
        )
    }
}
