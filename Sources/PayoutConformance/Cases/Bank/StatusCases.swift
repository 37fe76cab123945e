import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// `session/status` at each stage of a payout.
    static let statuses: [ContractCase] = [
        .bank(
            "status.started",
            "session/status shows a started payout",
            rules: ["SESSION.STATE", "PAYOUT.STATUS"],
            tags: ["status"],
            movesMoney: true
        ) { client in
            let order = try client.order()
            let sessionID = try client.createSession()
            _ = try client.ask(.startPayout, order.start(sessionID))
            let session = try client.status(of: sessionID)
            client.expect(session, status: "in_progress", when: "in the status of a started payout")
            client.expectPayout(
                session,
                status: "in_progress",
                "pending",
                when: "in the status of a started payout"
            )
        },
        .bank(
            "status.awaiting-confirmation",
            "session/status shows that a payout waits for confirmation",
            rules: ["SESSION.STATE", "PAYOUT.STATUS"],
            tags: ["status"],
            movesMoney: true
        ) { client in
            let session = try client.status(of: client.startAndAwaitReady(client.order()))
            client.expectStillWaiting(session, when: "in the status of a payout that waits")
            guard session.nextAction != "confirm" else { return }
            client.report(
                "SESSION.STATE",
                "in the status of a payout that waits next_action is \(Excerpt.of(word: session.nextAction))",
                expected: "next_action confirm",
                received: "next_action \(Excerpt.of(word: session.nextAction))"
            )
        },
        .bank(
            "status.finished",
            "session/status shows that a payout succeeded and nothing is expected",
            rules: ["SESSION.STATE", "PAYOUT.STATUS"],
            tags: ["status"],
            movesMoney: true
        ) { client in
            let session = try client.status(of: client.finishedSession())
            client.expect(session, status: "accepted", when: "in the status of a payout that succeeded")
            client.expectPayout(session, status: "succeeded", when: "in the status of a payout that succeeded")
            guard let action = session.nextAction else { return }
            client.report(
                "SESSION.STATE",
                "in the status of a payout that succeeded next_action is \(Excerpt.of(word: action))",
                expected: "no next_action",
                received: "next_action \(Excerpt.of(word: action))"
            )
        },
        .bank(
            "status.cancelled",
            "session/status shows a cancelled payout",
            rules: ["SESSION.STATE", "PAYOUT.STATUS"],
            tags: ["status", "cancel"],
            movesMoney: true
        ) { client in
            let session = try client.status(of: client.cancelledSession())
            client.expectPayout(session, status: "failed", when: "in the status of a cancelled payout")
        },
    ]

    /// `session/cancel` where it is right.
    static let cancelling: [ContractCase] = [
        .bank(
            "cancel.created",
            "session/cancel cancels a session that was not started",
            rules: ["SESSION.STATE"],
            tags: ["cancel"]
        ) { client in
            let sessionID = try client.createSession()
            try client.cancel(sessionID)
            try client.expectCancelled(sessionID)
        }
    ]
}
