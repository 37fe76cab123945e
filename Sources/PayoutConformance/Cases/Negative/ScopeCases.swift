import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// What has to hold because the signature covers the body alone: a request that was copied, byte for byte and with its
    /// right signature, has no second effect, at the same path or at another.
    ///
    /// The twin sends the same request once, at its own path.
    static let scope: [ContractCase] = [
        .bank(
            "scope.replayed-confirm",
            "a copied session/confirm, sent again after the payout succeeded, is refused and pays nothing",
            rules: ["SIG.SCOPE", "SESSION.STATE"],
            twin: Baseline.confirm.acceptedID,
            tags: ["confirm", "negative", "replay"],
            movesMoney: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.order())
            let request = try client.request(.confirm, Bodies.session(sessionID))
            _ = try client.accept(request, as: .confirm)
            _ = try client.awaitFinish(sessionID)
            try client.refuse(request, as: .confirm, .wrongState, rule: "SESSION.STATE")
            try client.expectPaidOnce(sessionID, when: "after a replayed confirm")
        },
        .bank(
            "scope.moved-to-cancel",
            "a copied session/confirm, sent to session/cancel after the payout succeeded, is refused and takes nothing back",
            rules: ["SIG.SCOPE", "SESSION.STATE"],
            twin: Baseline.confirm.acceptedID,
            tags: ["cancel", "negative", "replay"],
            movesMoney: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.order())
            var request = try client.request(.confirm, Bodies.session(sessionID))
            _ = try client.accept(request, as: .confirm)
            _ = try client.awaitFinish(sessionID)
            request.target = try client.request(.cancel, bytes: request.body).target
            try client.refuse(request, as: .cancel, .wrongState, rule: "SESSION.STATE")
            try client.expectPaidOnce(sessionID, when: "after a confirm that was moved to session/cancel")
        },
        .bank(
            "scope.replayed-start",
            "a copied session/start/payout, sent again after the payout succeeded, is refused and pays nothing",
            rules: ["SIG.SCOPE", "SESSION.STATE"],
            level: .should,
            twin: Baseline.start.acceptedID,
            tags: ["start", "negative", "replay"],
            movesMoney: true
        ) { client in
            let order = try client.order()
            let sessionID = try client.createSession()
            let request = try client.request(.startPayout, order.start(sessionID))
            _ = try client.accept(request, as: .startPayout)
            _ = try client.awaitReady(sessionID)
            try client.confirm(sessionID)
            _ = try client.awaitFinish(sessionID)
            try client.refuse(request, as: .startPayout, .wrongState, rule: "SESSION.STATE")
            try client.expectPaidOnce(sessionID, when: "after a replayed start")
        },
    ]
}
