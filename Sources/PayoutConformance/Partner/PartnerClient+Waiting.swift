import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension PartnerClient {
    /// Waits until the bank says that the payout of `sessionID` waits for the partner's word.
    func awaitReady(_ sessionID: String) throws -> SessionView {
        try awaitEvent("ready_to_confirm", about: sessionID) { $0.nextAction == "confirm" }
    }

    /// Waits until the bank says that the payout of `sessionID` is over.
    func awaitFinish(_ sessionID: String) throws -> SessionView {
        try awaitEvent("payment_finished", about: sessionID) { session in
            session.payouts.contains { $0.status == "succeeded" || $0.status == "failed" }
        }
    }

    /// Waits until the bank says that the money of `sessionID` came back.
    func awaitReturn(_ sessionID: String) throws(CaseStop) -> SessionView {
        try awaitWebhook("payment_refunded", about: sessionID)
    }

    /// Waits for a webhook, or asks for the status until it shows what the webhook would say.
    private func awaitEvent(
        _ type: String,
        about sessionID: String,
        showsInStatus: (SessionView) -> Bool
    ) throws -> SessionView {
        if bank.inbox != nil { return try awaitWebhook(type, about: sessionID) }
        guard bank.target.polls else {
            throw CaseStop.notRun("the bank's webhooks can't reach the kit, and asking for the status is not turned on")
        }
        return try poll(sessionID, rule: "SESSION.STATE", until: "\(type) shows in the status", showsInStatus)
    }

    private func awaitWebhook(_ type: String, about sessionID: String) throws(CaseStop) -> SessionView {
        context.begin("waiting for the webhook \(type)")
        let deadline = Deadline.after(bank.patience)
        guard let delivery = bank.inbox?.first(type, about: sessionID, until: deadline), let session = delivery.session
        else {
            try judgeUnknown(about: sessionID)
            let others = bank.inbox?.all(about: sessionID).compactMap(\.type) ?? []
            report(
                "WEBHOOK.DELIVERED",
                "the webhook \(type) did not arrive within \(bank.patience.inSeconds) s",
                expected: "a webhook \(type) about the session",
                received: others.isEmpty
                    ? "no webhook about the session" : others.map { Excerpt.of(word: $0) }.joined(separator: ", ")
            )
            throw .afterFindings
        }
        try judge(delivery)
        return session
    }

    /// Judges webhooks that may be those which are waited for: they say no type, or no session.
    private func judgeUnknown(about sessionID: String) throws(CaseStop) {
        let all = bank.inbox?.all ?? []
        for delivery in all where delivery.sessionID == nil || delivery.sessionID == sessionID && delivery.type == nil {
            try judge(delivery)
        }
    }

    /// Asks for the status again and again until `isReached` says yes, for as long as the bank may take.
    func poll(
        _ sessionID: String,
        rule: RuleID,
        until goal: String,
        _ isReached: (SessionView) -> Bool
    ) throws -> SessionView {
        let deadline = Deadline.after(bank.patience)
        var pause = Duration.milliseconds(5)
        while true {
            let answer = try ask(.status, ["session_id": .string(sessionID)])
            let session = try session(of: answer)
            if isReached(session) { return session }
            guard !deadline.hasPassed, !context.isClosed else {
                report(rule, "not within \(bank.patience.inSeconds) s: \(goal)", expected: goal, about: answer)
                throw CaseStop.afterFindings
            }
            Polling.pause(pause)
            pause = min(pause * 2, .milliseconds(100) * bank.pace)
        }
    }

    /// The session in an answer.
    func session(of answer: Answer) throws(CaseStop) -> SessionView {
        if let session = answer.session, session.id?.isEmpty == false { return session }
        report(
            "MEMBER.REQUIRED",
            "the answer to \(answer.operation.path) holds no session with an id",
            expected: "session.id",
            about: answer
        )
        throw .afterFindings
    }
}
