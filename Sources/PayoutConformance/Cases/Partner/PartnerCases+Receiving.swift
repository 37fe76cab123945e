import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// Right webhooks of a form that naive receivers stumble over: each is confirmed.
    static let forms: [ContractCase] = [
        form("indented", "over many lines", "WEBHOOK.RAW_BYTES", WebhookTreatment(body: .whitespace)),
        form("escaped", "with escapes in the place of letters", "WEBHOOK.RAW_BYTES", WebhookTreatment(body: .escapes)),
        form(
            "reversed",
            "with its members in another order",
            "WEBHOOK.RAW_BYTES",
            WebhookTreatment(body: .reversedMembers)
        ),
        form(
            "unknown-members",
            "with members that nobody knows",
            "WEBHOOK.TOLERANT",
            WebhookTreatment(body: .unknownMembers)
        ),
        form(
            "lower-case-headers",
            "whose header names are in lower case",
            "WEBHOOK.NO_OTHER_HEADER",
            WebhookTreatment(lowerCaseHeaders: true)
        ),
        form("chunked", "in chunks without a Content-Length", "WEBHOOK.RAW_BYTES", WebhookTreatment(wire: .chunked(7))),
        form(
            "slow",
            "in small steps",
            "WEBHOOK.RAW_BYTES",
            WebhookTreatment(wire: .drip(64, every: .milliseconds(10)))
        ),
        odd("final-newline", "with a line break at its end", "WEBHOOK.RAW_BYTES") { JSONWriter().write($0) + [0x0A] },
        odd("leading-blanks", "with blanks before it", "WEBHOOK.RAW_BYTES") { [0x20, 0x09] + JSONWriter().write($0) },
        changed("currency-capitals", "that writes RUB", "CURRENCY.ANY_CASE") {
            $0["amount_details"]?["currency"] = "RUB"
        },
        changed("currency-lower", "that writes rub", "CURRENCY.ANY_CASE") { $0["amount_details"]?["currency"] = "rub" },
        changed("empty-array", "that writes an empty object as []", "WEBHOOK.TOLERANT") { $0["customer"] = [] },
        changed("few-members", "without optional members", "WEBHOOK.TOLERANT") { payout in
            for name in ["customer", "fiscalization_details", "amounts", "transaction_info", "metadata"] {
                payout[name] = nil
            }
        },
        .partner(
            "webhook.cut",
            "does not act on half a webhook, and confirms when the whole comes",
            rules: ["WEBHOOK.VERIFY", "ORDER.CONFIRMED"],
            twin: basis,
            tags: ["webhook", "delivery"]
        ) { trial in
            let session = try trial.start()
            let body = JSONWriter().write(try trial.readyBody(session))
            let cut = WebhookTreatment(wire: .truncateBody(keep: body.count / 2))
            trial.deliver(bytes: body, about: session, cut, answer: nil)
            trial.expectNoConfirm(of: session, rule: "WEBHOOK.VERIFY", because: "only half of the webhook came")
            try trial.confirm(session)
        },
    ]

    /// Which names a webhook has is not documented, so this is no more than a SHOULD.
    static let otherVersion: ContractCase = .partner(
        "webhook.other-version",
        "confirms a webhook with the names of the other version",
        rules: ["VERSION.ONE_SHAPE"],
        level: .should,
        twin: basis,
        tags: ["webhook"]
    ) { trial in
        let session = try trial.start()
        let body = try trial.readyBody(session).inOtherVersion
        trial.deliver(body, about: session, rule: "VERSION.ONE_SHAPE")
        try trial.awaitConfirm(session, rule: "VERSION.ONE_SHAPE", level: .should)
    }

    private static func form(
        _ id: String,
        _ title: String,
        _ rule: RuleID,
        _ treatment: WebhookTreatment
    ) -> ContractCase {
        .partner("webhook." + id, "confirms a webhook \(title)", rules: [rule, "ORDER.CONFIRMED"], tags: ["webhook"]) {
            trial in
            try trial.confirm(try trial.start(), treatment, rule: rule, unconfirmed: rule)
        }
    }

    private static func odd(
        _ id: String,
        _ title: String,
        _ rule: RuleID,
        _ bytes: @escaping @Sendable (JSONTree) -> [UInt8]
    ) -> ContractCase {
        .partner("webhook." + id, "confirms a webhook \(title)", rules: [rule, "ORDER.CONFIRMED"], tags: ["webhook"]) {
            trial in
            let session = try trial.start()
            trial.deliver(bytes: bytes(try trial.readyBody(session)), about: session, rule: rule)
            try trial.awaitConfirm(session, rule: rule)
        }
    }

    private static func changed(
        _ id: String,
        _ title: String,
        _ rule: RuleID,
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> ContractCase {
        odd(id, title, rule) { body in
            var body = body
            body.changeFirstPayout(change)
            return JSONWriter().write(body)
        }
    }

    /// Right webhooks that tell of something that is not waited for: each is answered, and nothing is confirmed.
    static let tolerance: [ContractCase] = [
        taken("unknown-type", "a webhook of an unknown type", "WEBHOOK.OTHER_TYPES", as: .other) {
            $0["type"] = "balance_topped_up"
        },
        taken("action-required", "action_required", "WEBHOOK.ONE_ADDRESS", as: .actionRequired) {
            $0["type"] = "action_required"
        },
        taken("ready-to-capture", "ready_to_capture", "WEBHOOK.ONE_ADDRESS", as: .readyToCapture) {
            $0["type"] = "ready_to_capture"
            $0["session"]?["next_action"] = "capture"
        },
        taken("several-payouts", "a webhook with two payouts", "PAYOUT.EVERY_ITEM", level: .should, answer: .success) {
            for list in ["payments", "payout_list"] {
                guard let payouts = $0["session"]?[list]?.elements, var second = payouts.first else { continue }
                second["id"] = "po_131131"
                $0["session"]?[list] = .array(payouts + [second])
            }
        },
        taken("empty-list", "a webhook with an empty list of payouts", "PAYOUT.EVERY_ITEM", level: .should) {
            for list in ["payments", "payout_list"] where $0["session"]?[list] != nil { $0["session"]?[list] = [] }
        },
        taken("no-list", "a webhook without a list of payouts", "PAYOUT.EVERY_ITEM", level: .should) {
            for list in ["payments", "payout_list"] { $0["session"]?[list] = nil }
        },
    ]

    private static func taken(
        _ id: String,
        _ title: String,
        _ rule: RuleID,
        level: Rule.Level = .must,
        answer: WebhookWish.Answer = .ok,
        as type: WebhookType = .readyToConfirm,
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> ContractCase {
        .partner(
            "webhook." + id,
            "takes \(title) and confirms nothing for it",
            rules: [rule],
            level: level,
            twin: basis,
            tags: ["webhook"]
        ) { trial in
            let session = try trial.start()
            var body = try trial.readyBody(session)
            change(&body)
            trial.deliver(body, as: type, about: session, answer: answer, rule: rule)
            trial.expectNoConfirm(of: session, rule: rule, because: "the webhook does not show the payout waiting")
        }
    }
}

extension JSONTree {
    /// The same webhook with the names of the other version: `payments` and `payment_method` are those of v1, `payout_list` and
    /// `payout_details` those of v2.
    fileprivate var inOtherVersion: JSONTree {
        if let elements { return .array(elements.map(\.inOtherVersion)) }
        guard let members else { return self }
        return .object(
            members.map { member in
                Member(name: Self.otherNames[member.name] ?? member.name, value: member.value.inOtherVersion)
            }
        )
    }

    private static let otherNames = [
        "payments": "payout_list", "payout_list": "payments", "payment_method": "payout_details",
        "payout_details": "payment_method",
    ]
}
