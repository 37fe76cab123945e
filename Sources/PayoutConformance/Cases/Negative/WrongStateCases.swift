import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// Right requests at the wrong moment.
    ///
    /// The twin sends the same request at the right one.
    static let wrongStates: [ContractCase] = [
        wrongState("confirm.created", "session/confirm of a session that was not started", .confirm) { client in
            try client.createSession()
        } expectUnchanged: { client, sessionID in
            client.expect(try client.status(of: sessionID), status: "created", when: "after a refused confirm")
        },
        wrongState("confirm.twice", "a second session/confirm", .confirm) { client in
            try client.finishedSession()
        } expectUnchanged: { client, sessionID in
            try client.expectPaidOnce(sessionID, when: "after a second confirm")
        },
        wrongState("confirm.cancelled", "session/confirm of a cancelled session", .confirm) { client in
            try client.cancelledSession()
        } expectUnchanged: { client, sessionID in
            client.expect(try client.status(of: sessionID), status: "cancelled", when: "after a refused confirm")
        },
        wrongState("cancel.finished", "session/cancel of a payout that succeeded", .cancel) { client in
            try client.finishedSession()
        } expectUnchanged: { client, sessionID in
            try client.expectPaidOnce(sessionID, when: "after a refused cancel")
        },
        wrongState("cancel.twice", "a second session/cancel", .cancel) { client in
            try client.cancelledSession()
        } expectUnchanged: { client, sessionID in
            client.expect(try client.status(of: sessionID), status: "cancelled", when: "after a refused cancel")
        },
        startAgain(
            "start.twice",
            "session/start/payout of a session whose payout waits for confirmation",
            level: .should
        ) { client, order in
            try client.startAndAwaitReady(order)
        },
        startAgain(
            "start.finished",
            "session/start/payout of a session whose payout succeeded",
            level: .should
        ) { client, _ in
            try client.finishedSession()
        },
        startAgain("start.cancelled", "session/start/payout of a cancelled session", level: .must) { client, _ in
            try client.cancelledSession()
        },
    ]

    private static func wrongState(
        _ id: String,
        _ title: String,
        _ baseline: Baseline,
        session: @escaping @Sendable (PartnerClient) throws -> String,
        expectUnchanged: @escaping @Sendable (PartnerClient, String) throws -> Void
    ) -> ContractCase {
        .bank(
            id,
            "\(title) is refused",
            rules: ["SESSION.STATE"],
            twin: baseline.acceptedID,
            tags: [baseline.name, "negative", "state"],
            movesMoney: true
        ) { client in
            let sessionID = try session(client)
            let request = try client.request(baseline.operation, Bodies.session(sessionID))
            try client.refuse(request, as: baseline.operation, .wrongState, rule: "SESSION.STATE")
            try expectUnchanged(client, sessionID)
        }
    }

    /// A second start may be legal for a session that runs: the bank's page on objects speaks of several payouts.
    private static func startAgain(
        _ id: String,
        _ title: String,
        level: Rule.Level,
        session: @escaping @Sendable (PartnerClient, PayoutOrder) throws -> String
    ) -> ContractCase {
        .bank(
            id,
            "\(title) is refused",
            rules: ["SESSION.STATE"],
            level: level,
            twin: Baseline.start.acceptedID,
            tags: ["start", "negative", "state"],
            movesMoney: true
        ) { client in
            let order = try client.order()
            let sessionID = try session(client, order)
            let request = try client.request(.startPayout, order.start(sessionID))
            try client.refuse(request, as: .startPayout, .wrongState, rule: "SESSION.STATE")
        }
    }
}

extension PartnerClient {
    /// The id of a session whose payout succeeded.
    func finishedSession() throws -> String {
        let sessionID = try startAndAwaitReady(order())
        try confirm(sessionID)
        expectPayout(try awaitFinish(sessionID), status: "succeeded", when: "after a payout to a good card")
        return sessionID
    }

    /// The id of a session that was cancelled while it waited for confirmation.
    func cancelledSession() throws -> String {
        let sessionID = try startAndAwaitReady(order())
        try cancel(sessionID)
        try expectCancelled(sessionID)
        return sessionID
    }

    /// Expects the one payout of a session to be done, and no other beside it.
    func expectPaidOnce(_ sessionID: String, when moment: String) throws {
        let session = try status(of: sessionID)
        expect(session, status: "accepted", when: moment)
        expectPayout(session, status: "succeeded", when: moment)
    }
}
