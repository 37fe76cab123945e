import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// The webhooks themselves: that they come, once they should, signed and as described.
    static let webhooks: [ContractCase] = [
        .bank(
            "webhook.ready-to-confirm",
            "ready_to_confirm comes, signed by the bank, and shows a payout that waits",
            rules: ["WEBHOOK.DELIVERED", "WEBHOOK.CONFIRM_STATE", "SIG.PRESENT", "SIG.KEY", "SIG.BYTES"],
            tags: ["webhook"],
            movesMoney: true,
            needsWebhooks: true
        ) { client in
            let order = try client.order()
            let sessionID = try client.createSession()
            _ = try client.ask(.startPayout, order.start(sessionID))
            let session = try client.awaitReady(sessionID)
            client.expectPayout(
                session,
                status: "pending",
                rule: "WEBHOOK.CONFIRM_STATE",
                when: "in ready_to_confirm"
            )
        },
        .bank(
            "webhook.payment-finished",
            "payment_finished comes after the confirmation, signed by the bank, and shows a payout that succeeded",
            rules: ["WEBHOOK.DELIVERED", "WEBHOOK.FINISHED_STATE", "SIG.PRESENT", "SIG.KEY", "SIG.BYTES"],
            tags: ["webhook"],
            movesMoney: true,
            needsWebhooks: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.order())
            client.expectNotFinished(sessionID)
            try client.confirm(sessionID)
            client.expectPayout(
                try client.awaitFinish(sessionID),
                status: "succeeded",
                rule: "WEBHOOK.FINISHED_STATE",
                when: "in payment_finished"
            )
        },
        .bank(
            "webhook.payment-failed",
            "payment_finished comes for a payout that failed, signed by the bank",
            rules: ["WEBHOOK.DELIVERED", "WEBHOOK.FINISHED_STATE", "SIG.PRESENT", "SIG.KEY", "SIG.BYTES"],
            tags: ["webhook", "failure"],
            movesMoney: true,
            needsWebhooks: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.failingOrder().order)
            try client.confirm(sessionID)
            client.expectPayout(
                try client.awaitFinish(sessionID),
                status: "failed",
                rule: "WEBHOOK.FINISHED_STATE",
                when: "in payment_finished"
            )
        },
        .bank(
            "webhook.payment-refunded",
            "payment_refunded comes when the recipient's bank returns the money, and lists the refund",
            rules: ["WEBHOOK.REFUND_LISTED", "WEBHOOK.REFUNDED_STATE"],
            tags: ["webhook", "returned"],
            movesMoney: true,
            needsWebhooks: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.returnedOrder())
            try client.confirm(sessionID)
            _ = try client.awaitFinish(sessionID)
            _ = try client.awaitReturn(sessionID)
        },
    ]
}

extension PartnerClient {
    /// Expects that the bank has not called a payout finished which the partner has not confirmed.
    fileprivate func expectNotFinished(_ sessionID: String) {
        guard let early = bank.inbox?.all(about: sessionID).first(where: { $0.type == "payment_finished" }) else {
            return
        }
        report(
            "SESSION.STATE",
            "payment_finished came before the payout was confirmed",
            expected: "no payment_finished before session/confirm",
            received: Excerpt.of(early.request)
        )
    }
}
