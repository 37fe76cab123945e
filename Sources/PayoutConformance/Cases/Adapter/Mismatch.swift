import PayoutVectors
import StrictJSON

/// One way in which a rightly signed `ready_to_confirm` shows something else than was ordered.
struct Mismatch: Sendable {
    /// Whose session the webhook names.
    enum Session: Sendable {
        case own
        /// One that no order is paid in.
        case unknown
        /// That of another order, which has to be known to the partner.
        case secondOrder
    }

    /// The last part of the ids of its cases.
    var name: String
    /// What is shown, after "never confirms".
    var title: String
    var answer = WebhookWish.Answer.ok
    var session = Session.own
    /// The rule that a confirmation breaks.
    var rule: RuleID = "CONFIRM.MATCHES_ORDER"
    /// What is changed beside the session.
    var change: @Sendable (inout JSONTree) -> Void = { _ in }

    /// Makes the mismatch of what was ordered.
    ///
    /// - Parameter second: The session of another order; asked for where the webhook names it.
    func change(_ body: inout JSONTree, second: () throws -> String) rethrows {
        change(&body)
        switch session {
        case .own: break
        case .unknown: body["session"]?["id"] = "ps_999999999999"
        case .secondOrder: body["session"]?["id"] = .string(try second())
        }
    }

    static let all: [Mismatch] = [
        payout("amount-raised", "a raised amount") { $0["amount_details"]?["amount"] = 10_001 },
        payout("amount-hundredfold", "a hundred times the amount") { $0["amount_details"]?["amount"] = 1_000_000 },
        payout("amount-in-roubles", "a hundredth of the amount") { $0["amount_details"]?["amount"] = 100 },
        payout("other-currency", "another currency") { $0["amount_details"]?["currency"] = "usd" },
        payout("other-recipient", "another recipient") {
            $0["participant_details"]?["recipient"]?["full_name"] = "Сидоров Пётр Ильич"
        },
        payout("amount-of-instrument", "another amount than that of the instrument", rule: "PAYOUT.AMOUNT_PLACE") {
            payout in
            payout["amount_details"]?["amount"] = 10_001
            for name in ["payment_method", "payout_details"] { payout[name]?["card"]?["amount"] = 10_000 }
        },
        Mismatch(
            name: "unknown-session",
            title: "a session that no order is paid in",
            answer: .okOrRefusal,
            session: .unknown
        ),
        Mismatch(
            name: "session-of-another-order",
            title: "one order in the session of another",
            session: .secondOrder
        ),
    ]

    private static func payout(
        _ name: String,
        _ title: String,
        rule: RuleID = "CONFIRM.MATCHES_ORDER",
        _ change: @escaping @Sendable (inout JSONTree) -> Void
    ) -> Mismatch {
        Mismatch(name: name, title: title, rule: rule) { $0.changeFirstPayout(change) }
    }
}

/// A body that is signed by the bank and is no webhook that anybody could act on.
struct HostileBody: Sendable {
    /// The last part of the id of its case.
    var name: String
    /// What it is, after "survives".
    var title: String
    var answer = WebhookWish.Answer.okOrRefusal
    /// No page of the bank says what to do about them, so no answer is a MUST; a confirmation is wrong all the same.
    var level = Rule.Level.must
    var body: [UInt8]

    static let all: [HostileBody] = [
        HostileBody(name: "empty-object", title: "an empty object", body: Array("{}".utf8)),
        HostileBody(name: "empty-array", title: "an empty array", body: Array("[]".utf8)),
        HostileBody(name: "null", title: "null", body: Array("null".utf8)),
        HostileBody(name: "text", title: "a text", body: Array(#""ready_to_confirm""#.utf8)),
        HostileBody(name: "no-json", title: "bytes that are no JSON", body: Array("type=ready_to_confirm".utf8)),
        HostileBody(name: "no-body", title: "no bytes at all", body: []),
        HostileBody(
            name: "no-session",
            title: "ready_to_confirm without a session",
            body: Array(#"{"type":"ready_to_confirm"}"#.utf8)
        ),
        HostileBody(
            name: "session-list",
            title: "a list as session",
            body: Array(#"{"type":"ready_to_confirm","session":[]}"#.utf8)
        ),
        HostileBody(name: "type-number", title: "a number as type", body: Array(#"{"type":1,"session":{}}"#.utf8)),
        HostileBody(
            name: "deep",
            title: "100 lists in each other",
            body: Array(#"{"type":"#.utf8) + Array(repeating: 0x5B, count: 100) + Array(repeating: 0x5D, count: 100)
                + [0x7D]
        ),
    ]
}
