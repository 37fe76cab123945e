import PayoutContract
import PayoutVectors
import StrictJSON

extension Baseline {
    static let all: [Baseline] = [
        token, tokenInfo, create, start, initiate, confirm, cancel, status,
    ]

    static let token = Baseline(
        name: "token",
        operation: .token,
        rules: ["ENVELOPE.CONTENT"],
        title: "token with tokenize_widget gives a public token",
        answersSession: false
    ) { _ in
        Prepared(body: Bodies.token)
    }

    static let tokenInfo = Baseline(
        name: "token-info",
        operation: .tokenInfo,
        rules: ["ENVELOPE.CONTENT"],
        title: "token/info tells the last digits of the card behind a hash",
        answersSession: false
    ) { client in
        Prepared(body: Bodies.tokenInfo(try client.order().numberHash))
    }

    static let create = Baseline(
        name: "create",
        operation: .createSession,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/create gives a session that is created"
    ) { _ in
        Prepared(body: Bodies.create)
    } expectEffect: { client, answer in
        client.expect(try client.session(of: answer), status: "created", when: "after session/create")
    }

    static let start = Baseline(
        name: "start",
        operation: .startPayout,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/start/payout starts the payout of a created session",
        movesMoney: true
    ) { client in
        let order = try client.order()
        let sessionID = try client.createSession()
        return Prepared(body: order.start(sessionID), sessionID: sessionID)
    } expectUnchanged: { client, prepared in
        guard let sessionID = prepared.sessionID else { return }
        client.expect(try client.status(of: sessionID), status: "created", when: "after a refused start")
    } expectEffect: { client, answer in
        let session = try client.session(of: answer)
        client.expect(session, status: "in_progress", when: "after session/start/payout")
        client.expectPayout(session, status: "in_progress", "pending", when: "after session/start/payout")
    }

    static let initiate = Baseline(
        name: "init",
        operation: .initPayout,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/init/payout creates a session and starts its payout",
        movesMoney: true
    ) { client in
        Prepared(body: try client.order().initiate)
    } expectEffect: { client, answer in
        let session = try client.session(of: answer)
        client.expect(session, status: "in_progress", when: "after session/init/payout")
        client.expectPayout(session, status: "in_progress", "pending", when: "after session/init/payout")
    }

    static let confirm = Baseline(
        name: "confirm",
        operation: .confirm,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/confirm confirms a payout that waits for it",
        movesMoney: true
    ) { client in
        let sessionID = try client.startAndAwaitReady(client.order())
        return Prepared(body: Bodies.session(sessionID), sessionID: sessionID)
    } expectUnchanged: { client, prepared in
        guard let sessionID = prepared.sessionID else { return }
        client.expectStillWaiting(try client.status(of: sessionID), when: "after a refused confirm")
    } expectEffect: { client, answer in
        client.expect(
            try client.session(of: answer),
            status: "in_progress",
            "accepted",
            rule: "SESSION.STATUS_AFTER_CALL",
            level: .should,
            when: "after session/confirm"
        )
    }

    static let cancel = Baseline(
        name: "cancel",
        operation: .cancel,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/cancel cancels a payout that waits for confirmation",
        movesMoney: true
    ) { client in
        let sessionID = try client.startAndAwaitReady(client.order())
        return Prepared(body: Bodies.session(sessionID), sessionID: sessionID)
    } expectUnchanged: { client, prepared in
        guard let sessionID = prepared.sessionID else { return }
        client.expectStillWaiting(try client.status(of: sessionID), when: "after a refused cancel")
    } expectEffect: { client, answer in
        try client.expectCancelled(try client.session(of: answer).id ?? "")
    }

    static let status = Baseline(
        name: "status",
        operation: .status,
        rules: ["SESSION.STATE", "ENVELOPE.CONTENT"],
        title: "session/status shows a created session"
    ) { client in
        let sessionID = try client.createSession()
        return Prepared(body: Bodies.session(sessionID), sessionID: sessionID)
    } expectEffect: { client, answer in
        client.expect(try client.session(of: answer), status: "created", when: "in the status of a new session")
    }
}

extension PartnerClient {
    /// Expects a session to wait for the partner's word, as before.
    func expectStillWaiting(_ session: SessionView, when moment: String) {
        expect(session, status: "in_progress", when: moment)
        expectPayout(session, status: "pending", when: moment)
    }
}
