import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// The flow of the bank's page "Payouts with a widget", from the token to the result.
    static let flows: [ContractCase] = [
        .bank(
            "flow.start-confirm-succeed",
            "token, hash, session/create, session/start/payout, ready_to_confirm, session/confirm, payment_finished",
            rules: ["SESSION.STATE", "WEBHOOK.DELIVERED", "WEBHOOK.FINISHED_STATE", "PAYOUT.STATUS"],
            tags: ["flow"],
            movesMoney: true
        ) { client in
            let order = try client.orderThroughWidget()
            let sessionID = try client.createSession()
            _ = try client.ask(.startPayout, order.start(sessionID))
            try client.confirmAndExpectSuccess(sessionID)
        },
        .bank(
            "flow.init-confirm-succeed",
            "token, hash, session/init/payout, ready_to_confirm, session/confirm, payment_finished",
            rules: ["SESSION.STATE", "WEBHOOK.DELIVERED", "WEBHOOK.FINISHED_STATE", "PAYOUT.STATUS"],
            tags: ["flow"],
            movesMoney: true
        ) { client in
            let order = try client.orderThroughWidget()
            let answer = try client.ask(.initPayout, order.initiate)
            try client.confirmAndExpectSuccess(client.session(of: answer).id ?? "")
        },
        .bank(
            "flow.start-cancel",
            "a payout that waits for confirmation is cancelled, and no money moves",
            rules: ["SESSION.STATE", "WEBHOOK.DELIVERED"],
            tags: ["flow", "cancel"],
            movesMoney: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.orderThroughWidget())
            try client.cancel(sessionID)
            try client.expectCancelled(sessionID)
        },
        .bank(
            "flow.confirm-fail",
            "a payout that fails after its confirmation ends as failed, with the reason",
            rules: ["SESSION.STATE", "WEBHOOK.FINISHED_STATE", "WEBHOOK.DELIVERED", "PAYOUT.STATUS"],
            tags: ["flow", "failure"],
            movesMoney: true
        ) { client in
            let (order, errorCode) = try client.failingOrder()
            let sessionID = try client.startAndAwaitReady(order)
            try client.confirm(sessionID)
            let finished = try client.awaitFinish(sessionID)
            client.expectFailure(finished, errorCode: errorCode, when: "after a failed payout")
            try client.expectFailure(client.status(of: sessionID), errorCode: errorCode, when: "in the status")
        },
    ]
}

extension PartnerClient {
    /// An order to a card that was typed into the widget's stand-in; where there is none, to the hash that was given.
    ///
    /// The token is asked for either way, and so is what the bank knows of the hash.
    fileprivate func orderThroughWidget() throws -> PayoutOrder {
        let token = try publicToken()
        var order: PayoutOrder
        if let widget = bank.target.abilities.widget {
            order = PayoutOrder(numberHash: try tokenize(widget.cardNumber, publicToken: token))
        } else {
            order = try self.order()
        }
        order.metadata = ["order": "flow"]
        _ = try ask(.tokenInfo, Bodies.tokenInfo(order.numberHash))
        return order
    }

    /// The second half of a flow that ends well.
    fileprivate func confirmAndExpectSuccess(_ sessionID: String) throws {
        let ready = try awaitReady(sessionID)
        expect(ready, status: "in_progress", when: "when ready to confirm")
        expectPayout(ready, status: "pending", when: "when ready to confirm")
        try confirm(sessionID)
        let finished = try awaitFinish(sessionID)
        expect(finished, status: "accepted", when: "after a payout that succeeded")
        expectPayout(finished, status: "succeeded", rule: "PAYOUT.STATUS", when: "after a payout to a good card")
        let status = try status(of: sessionID)
        expect(status, status: "accepted", when: "in the status after the payout")
        expectPayout(status, status: "succeeded", when: "in the status after the payout")
    }

    /// Expects a cancelled session to show itself as such, and its payout as failed.
    func expectCancelled(_ sessionID: String) throws {
        let session = try poll(sessionID, rule: "SESSION.STATE", until: "session.status cancelled") { session in
            session.status != "in_progress" && session.status != "created"
        }
        expect(session, status: "cancelled", when: "after session/cancel")
        for payout in session.payouts where payout.status != "failed" {
            report(
                "SESSION.STATE",
                "after session/cancel payout.status is \(Excerpt.of(word: payout.status))",
                expected: "payout.status failed",
                received: "payout.status \(Excerpt.of(word: payout.status))"
            )
        }
    }

    fileprivate func expectFailure(_ session: SessionView, errorCode: String, when moment: String) {
        expect(session, status: "error", "cancelled", when: moment)
        guard let payout = expectPayout(session, status: "failed", rule: "PAYOUT.STATUS", when: moment) else { return }
        let found = payout.errorCode ?? session.value["error"]?["code"]?.string
        guard found != errorCode else { return }
        report(
            "WEBHOOK.FAILED_ERROR",
            level: .should,
            "\(moment) the reason is \(Excerpt.of(word: found))",
            expected: "error.code \(errorCode)",
            received: "error.code \(Excerpt.of(word: found))"
        )
    }
}
