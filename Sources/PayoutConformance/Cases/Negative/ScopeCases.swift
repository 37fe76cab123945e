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
        copiedConfirm(
            "scope.replayed-confirm",
            "sent again after the payout succeeded, is refused and pays nothing",
            to: .confirm
        ),
        copiedConfirm(
            "scope.moved-to-cancel",
            "sent to session/cancel after the payout succeeded, is refused and takes nothing back",
            to: .cancel
        ),
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

    /// A confirmation whose bytes and signature are sent once more, to the path of `operation`.
    private static func copiedConfirm(_ id: String, _ title: String, to operation: Operation) -> ContractCase {
        .bank(
            id,
            "a copied session/confirm, \(title)",
            rules: ["SIG.SCOPE", "SESSION.STATE"],
            twin: Baseline.confirm.acceptedID,
            tags: ["negative", "replay"],
            movesMoney: true
        ) { client in
            let sessionID = try client.startAndAwaitReady(client.order())
            var request = try client.request(.confirm, Bodies.session(sessionID))
            _ = try client.accept(request, as: .confirm)
            _ = try client.awaitFinish(sessionID)
            request.target = try client.request(operation, bytes: request.body).target
            try client.refuse(request, as: operation, .wrongState, rule: "SESSION.STATE")
            try client.expectPaidOnce(sessionID, when: "after a copied confirm at \(operation.path)")
        }
    }
}
