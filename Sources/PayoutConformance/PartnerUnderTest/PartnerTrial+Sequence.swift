import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors

extension PartnerTrial {
    /// Judges whether sessions were confirmed once, and behind the webhook that asks for it.
    func judgeOrder(of calls: [PartnerCall]) {
        let entries = log.all
        for session in entries.sessions(of: order.orderID) {
            let confirms = calls.filter { $0.operation == .confirm && $0.sessionID == session }
            guard let first = confirms.first else { continue }
            if confirms.count > 1, !losesAnswers {
                report(
                    "CONFIRM.ONCE",
                    "session/confirm was called \(confirms.count) times",
                    expected: "one session/confirm",
                    received: confirms.map { "HTTP \($0.exchange.response.status)" }.joined(separator: ", ")
                )
            }
            let isTold =
                entries.deliveries(about: session)
                .contains { delivery in
                    delivery.type == .readyToConfirm
                        && delivery.attempts.contains { $0.startedAt <= first.exchange.receivedAt }
                } || calls.contains { $0.number < first.number && $0.sessionID == session && $0.showsReady }
            if !isTold {
                report(
                    "SESSION.CONFIRM_AFTER_WEBHOOK",
                    "session/confirm came before ready_to_confirm",
                    expected: "session/confirm behind the webhook ready_to_confirm",
                    received: Excerpt.of(first.exchange.request)
                )
            }
        }
    }

    /// Tells each call that the state of its session did not allow, and each that no payout has.
    ///
    /// Only a confirmation is a MUST: which other calls a state allows is derived, no page of the bank says it. Whoever can't
    /// know whether a call was carried out may ask again.
    func judgeStates(of calls: [PartnerCall]) {
        for call in calls where call.exchange.errorCode == "session_wrong_state" && !losesAnswers {
            report(
                "SESSION.STATE",
                level: call.operation == .confirm ? .must : .should,
                "\(call.operation?.path ?? "the call") came when the session did not allow it",
                expected: "a call that the state of the session allows",
                received: Excerpt.of(call.exchange.request),
                cause: "the bank answered \(Excerpt.of(call.exchange.response))"
            )
        }
        for call in calls where call.exchange.request.path.hasSuffix("/session/refund") {
            report(
                "SESSION.NO_REFUND",
                "a refund of the payout was asked for",
                expected: "no session/refund; money that comes back is told by payment_refunded",
                received: Excerpt.of(call.exchange.request)
            )
        }
    }

    /// Tells a session whose calls are spread over versions of the API.
    func judgeVersions(of calls: [PartnerCall]) {
        for session in log.all.sessions(of: order.orderID) {
            let own = calls.filter { $0.sessionID == session }
            guard Set(own.compactMap(\.api)).count > 1 else { continue }
            report(
                "VERSION.ONE_SHAPE",
                level: .should,
                "the calls about one session go to more than one version of the API",
                expected: "every call to /api/\(order.api.rawValue)/",
                received: own.map(\.exchange.request.path).joined(separator: ", ")
            )
        }
    }
}
