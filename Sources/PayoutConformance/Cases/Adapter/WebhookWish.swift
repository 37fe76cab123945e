import PayoutVectors
import StrictJSON

/// What a partner has to make of a webhook.
struct WebhookWish: Hashable, Sendable {
    /// What may be answered.
    enum Answer: Hashable, Sendable {
        /// 200; another 2xx is a warning.
        case ok
        /// Any 2xx.
        case success
        /// 4xx; 5xx and 3xx are a warning.
        case refusal
        /// 200 or 4xx; 5xx is a warning.
        case okOrRefusal
    }

    /// What may be done.
    enum Action: Hashable, Sendable {
        /// The order is confirmed.
        case confirm
        /// Anything but a confirmation.
        case neverConfirm
        /// Nothing.
        case nothing
        /// Whatever is about the webhook's own session.
        case anything
    }

    var answer: Answer
    var action: Action
    /// The session of the webhook.
    var sessionID: String?
    /// The rule that a wrong action breaks.
    var rule: RuleID
}

extension AdapterClient {
    /// Gives the partner a webhook, and judges what it makes of it.
    func expect(_ wish: WebhookWish, of webhook: ReceivedWebhook) throws(CaseStop) {
        let reaction = try receive(webhook)
        let sent = Excerpt.of(.receiveWebhook(webhook))
        judge(reaction, wish, sent: sent)
        guard let level = wish.answer.level(of: reaction.status) else { return }
        context.report(
            wish.answer == .refusal ? wish.rule : "WEBHOOK.ANSWER_200",
            level: level,
            "the webhook was answered with HTTP \(reaction.status)",
            expected: wish.answer.description,
            received: Excerpt.of(reaction),
            sent: sent
        )
    }

    private func judge(_ reaction: WebhookReaction, _ wish: WebhookWish, sent: String) {
        guard let (rule, message) = breach(of: wish, by: reaction) else { return }
        context.report(
            rule,
            message,
            expected: wish.description,
            received: Excerpt.of(reaction),
            sent: sent
        )
    }

    /// The rule that an action breaks, and how; nil when the action is right.
    private func breach(of wish: WebhookWish, by reaction: WebhookReaction) -> (RuleID, String)? {
        switch (wish.action, reaction.action) {
        case (.confirm, .none), (.confirm, .cancel):
            ("ORDER.CONFIRMED", "a payout that is what was ordered is not confirmed")
        case (.neverConfirm, .confirm), (.nothing, .confirm):
            (wish.rule, "a payout is confirmed that must not be")
        case (.nothing, .cancel):
            (wish.rule, "a session is cancelled that must not be")
        case (.confirm, .confirm), (.anything, .confirm), (.anything, .cancel), (.neverConfirm, .cancel):
            if wish.sessionID == nil || reaction.sessionID == wish.sessionID {
                nil
            } else {
                ("CONFIRM.MATCHES_ORDER", "\(reaction.action.rawValue) is about another session than the webhook")
            }
        case (.neverConfirm, .none), (.nothing, .none), (.anything, .none):
            nil
        }
    }
}

extension WebhookWish: CustomStringConvertible {
    var description: String {
        let session = sessionID.map { " of \(Excerpt.of(word: $0))" } ?? ""
        return switch action {
        case .confirm: "\(answer), action confirm\(session)"
        case .neverConfirm: "\(answer), action none or cancel"
        case .nothing: "\(answer), action none"
        case .anything: answer.description
        }
    }
}

extension WebhookWish.Answer: CustomStringConvertible {
    var description: String {
        switch self {
        case .ok: "HTTP 200"
        case .success: "HTTP 200 to 299"
        case .refusal: "HTTP 400 to 499"
        case .okOrRefusal: "HTTP 200 or 400 to 499"
        }
    }

    /// How grave a status is; nil when it is right.
    func level(of status: Int) -> Rule.Level? {
        switch (self, status) {
        case (.ok, 200), (.success, 200...299), (.refusal, 400...499), (.okOrRefusal, 200), (.okOrRefusal, 400...499):
            nil
        case (.ok, 201...299), (.okOrRefusal, 201...299), (.okOrRefusal, 500...599), (.refusal, 300...399),
            (.refusal, 500...599):
            .should
        default: .must
        }
    }
}
