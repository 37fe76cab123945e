import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerTrial {
    /// The bank's own `ready_to_confirm` about a session, which it has written and the case has held back.
    ///
    /// - Throws: `CaseStop` when the bank has written none.
    func readyBody(_ sessionID: String) throws(CaseStop) -> JSONTree {
        let held = log.all.deliveries(about: sessionID).first { $0.type == .readyToConfirm }
        guard let body = held.flatMap({ try? JSONTree(parsing: $0.body) }) else {
            throw .notRun("the kit's bank wrote no ready_to_confirm")
        }
        return body
    }

    /// Sends a webhook, and judges the answers to it.
    ///
    /// - Parameters:
    ///   - body: The body; the signature is right unless the treatment says otherwise.
    ///   - answer: What may be answered.
    ///   - rule: The rule that another answer breaks.
    @discardableResult
    func deliver(
        _ body: JSONTree,
        as type: WebhookType = .readyToConfirm,
        about sessionID: String,
        _ treatment: WebhookTreatment = .none,
        answer: WebhookWish.Answer? = .ok,
        rule: RuleID = "WEBHOOK.ANSWER_200"
    ) -> [Delivery] {
        let bytes = JSONWriter().write(body)
        return deliver(bytes: bytes, as: type, about: sessionID, treatment, answer: answer, rule: rule)
    }

    /// Sends any bytes as a webhook, and judges the answers to them.
    ///
    /// - Parameter cause: Why another answer is wrong, where the rule alone does not say it.
    @discardableResult
    func deliver(
        bytes: [UInt8],
        as type: WebhookType = .readyToConfirm,
        about sessionID: String,
        _ treatment: WebhookTreatment = .none,
        answer: WebhookWish.Answer? = .ok,
        rule: RuleID = "WEBHOOK.ANSWER_200",
        cause: String? = nil
    ) -> [Delivery] {
        context.begin("waiting for the answer to a webhook")
        let numbers = sandbox.sendWebhook(body: bytes, as: type, sessionID: sessionID, treatment)
        let deliveries = numbers.compactMap { attempted($0) }
        guard let answer else { return deliveries }
        if deliveries.count < numbers.count {
            report(
                rule,
                "webhooks before this one were not answered, so it could not be sent",
                expected: answer.description,
                received: "no answer",
                sent: Excerpt.of(body: bytes)
            )
        }
        for delivery in deliveries { judge(delivery, answer, rule, cause: cause) }
        return deliveries
    }

    /// A webhook behind its first attempt; nil when that takes too long.
    private func attempted(_ number: Int) -> Delivery? {
        log.wait(until: .after(pace.confirm * 4 + .seconds(2))) { entries in
            entries.deliveries[number].flatMap { $0.attempts.isEmpty ? nil : $0 }
        }
    }

    /// Sends the bank's `ready_to_confirm` about a session, and expects the payout to be confirmed.
    func confirm(
        _ sessionID: String,
        _ treatment: WebhookTreatment = .none,
        rule: RuleID = "WEBHOOK.ANSWER_200",
        unconfirmed: RuleID = "ORDER.CONFIRMED",
        level: Rule.Level = .must
    ) throws {
        deliver(try readyBody(sessionID), about: sessionID, treatment, rule: rule)
        try awaitConfirm(sessionID, rule: unconfirmed, level: level)
    }

    /// Waits for the confirmation of a payout that is what was ordered.
    func awaitConfirm(_ sessionID: String, rule: RuleID = "ORDER.CONFIRMED", level: Rule.Level = .must) throws {
        context.begin("waiting for session/confirm")
        let call = firstCall(until: confirmDeadline) { call in
            call.sessionID == sessionID && call.isCarriedOut
                && (call.operation == .confirm || call.operation == .cancel)
        }
        guard call?.operation != .confirm else { return }
        report(
            rule,
            level: level,
            call == nil
                ? "the payout was not confirmed within \(pace.confirm.inSeconds) s"
                : "the payout was cancelled, and it is what was ordered",
            expected: "session/confirm within \(pace.confirm.inSeconds) s behind ready_to_confirm",
            received: call.map { Excerpt.of($0.exchange.request) }
                ?? calls.last { $0.operation == .confirm }.map { Excerpt.of($0.exchange.response) }
                ?? "no session/confirm",
            sent: (try? readyBody(sessionID)).map { Excerpt.of(body: JSONWriter().write($0)) }
        )
        throw CaseStop.afterFindings
    }

    /// Waits until the bank's own webhooks of a type about a session were answered, and judges the answers.
    @discardableResult
    func awaitWebhook(
        _ type: WebhookType,
        about sessionID: String,
        count: Int = 1,
        rule: RuleID = "WEBHOOK.ANSWER_200"
    ) throws(CaseStop) -> [Delivery] {
        context.begin("waiting for the answer to \(type.name)")
        let found = log.wait(until: .after(pace.confirm * 4 + .seconds(2))) { entries in
            let own = entries.deliveries(about: sessionID).filter { $0.type == type && !$0.attempts.isEmpty }
            return own.count >= count ? own : nil
        }
        guard let found else { throw .notRun("the kit's bank did not send \(type.name)") }
        for delivery in found { judge(delivery, .ok, rule) }
        return found
    }

    /// Expects that nothing confirms a session for as long as silence has to last.
    ///
    /// - Parameter known: Confirmations that have come before and were right.
    func expectNoConfirm(
        of sessionIDs: String...,
        rule: RuleID = "CONFIRM.MATCHES_ORDER",
        because reason: String,
        known: Int = 0
    ) {
        context.begin("waiting whether session/confirm comes")
        let extra = log.wait(until: .after(pace.quiet)) { entries -> PartnerCall? in
            let confirms = (entries.calls[order.orderID] ?? [])
                .filter { $0.operation == .confirm && sessionIDs.contains($0.sessionID ?? "") }
            return confirms.count > known ? confirms[known] : nil
        }
        guard let extra else { return }
        report(
            rule,
            "session/confirm was called, although \(reason)",
            expected: "no session/confirm",
            received: Excerpt.of(extra.exchange.request),
            sent: lastSent(about: sessionIDs)
        )
    }

    /// The last webhook that went out about one of some sessions; nil when none did.
    private func lastSent(about sessionIDs: [String]) -> String? {
        let all = sessionIDs.flatMap(log.all.deliveries).filter { !$0.attempts.isEmpty }
        return all.max { $0.id < $1.id }
            .map { delivery in Excerpt.of(body: delivery.attempts.last?.changedBody ?? delivery.body) }
    }

    /// Tells an answer that came, and came late: the bank may have given it up by then.
    private func judgeTime(of attempt: Delivery.Attempt, _ delivery: Delivery) {
        guard case .answered = attempt.result, attempt.startedAt.duration(to: attempt.endedAt) > pace.confirm else {
            return
        }
        report(
            "WEBHOOK.QUICK",
            level: .should,
            "the webhook was answered after more than \(pace.confirm.inSeconds) s",
            expected: "an answer at once; the work, and calls to the bank, behind it",
            received: attempt.answer.map(Excerpt.of) ?? "an answer",
            sent: Excerpt.of(body: attempt.changedBody ?? delivery.body)
        )
    }

    private func judge(
        _ delivery: Delivery,
        _ answer: WebhookWish.Answer,
        _ rule: RuleID,
        cause: String? = nil
    ) {
        guard let attempt = delivery.attempts.first else { return }
        judgeTime(of: attempt, delivery)
        let level: Rule.Level?
        let message: String
        let received: String
        switch attempt.result {
        case .answered(let status):
            level = answer.level(of: status)
            message = "the webhook was answered with HTTP \(status)"
            received = attempt.answer.map(Excerpt.of) ?? "HTTP \(status)"
        case .failed(let reason):
            level = answer == .refusal ? .should : .must
            message = "the webhook was not answered"
            received = "no answer (\(reason))"
        }
        guard let level else { return }
        // Another 2xx has a rule of its own.
        let isOther2xx = level == .should && answer == .ok
        report(
            isOther2xx ? "WEBHOOK.ONLY_200" : rule,
            level: level,
            message,
            expected: answer.description,
            received: received,
            sent: Excerpt.of(body: attempt.changedBody ?? delivery.body),
            cause: isOther2xx ? nil : cause
        )
    }
}
