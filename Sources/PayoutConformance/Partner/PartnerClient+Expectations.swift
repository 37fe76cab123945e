import PayoutContract
import PayoutVectors
import StrictJSON

extension PartnerClient {
    /// Expects the session's status to be one of `statuses`.
    func expect(
        _ session: SessionView,
        status statuses: String...,
        rule: RuleID = "SESSION.STATE",
        level: Rule.Level = .must,
        when moment: String
    ) {
        guard !statuses.contains(where: { $0 == session.status }) else { return }
        report(
            rule,
            level: level,
            "\(moment) session.status is \(Excerpt.of(word: session.status))",
            expected: "session.status \(statuses.joined(separator: " or "))",
            received: "session.status \(Excerpt.of(word: session.status))"
        )
    }

    /// Expects exactly one payout, whose status is one of `statuses`; returns it.
    @discardableResult
    func expectPayout(
        _ session: SessionView,
        status statuses: String...,
        rule: RuleID = "SESSION.STATE",
        when moment: String
    ) -> PayoutView? {
        guard let payout = session.payouts.first, session.payouts.count == 1 else {
            let count = session.payouts.count
            report(rule, "\(moment) the session has \(count) payouts", expected: "one payout", received: "\(count)")
            return nil
        }
        if !statuses.contains(where: { $0 == payout.status }) {
            report(
                rule,
                "\(moment) payout.status is \(Excerpt.of(word: payout.status))",
                expected: "payout.status \(statuses.joined(separator: " or "))",
                received: "payout.status \(Excerpt.of(word: payout.status))"
            )
        }
        return payout
    }

    /// Expects a member of the first payout to be what the partner had sent.
    ///
    /// - Parameters:
    ///   - path: The member, such as `/amount_details/amount`.
    ///   - sent: The value as it was sent.
    func expectEcho(of path: String, _ sent: JSONTree, in session: SessionView, when moment: String) {
        let found = JSONPointer(path).flatMap { session.payouts.first?.value.value(at: $0) }
        if let found, JSONTree(found).isEcho(of: sent) { return }
        report(
            "SESSION.ECHO",
            "\(moment) \(path) of the payout is not what was sent",
            expected: "\(path) as it was sent",
            received: found == nil ? "no such member" : "another value"
        )
    }
}

extension JSONTree {
    /// Whether the value means the same as `sent`: numbers by value, objects whatever their order.
    func isEcho(of sent: JSONTree) -> Bool {
        guard let left = try? JSONDocument(parsing: JSONWriter().write(self)),
            let right = try? JSONDocument(parsing: JSONWriter().write(sent))
        else { return false }
        return left.root.isEqual(to: right.root)
    }
}
