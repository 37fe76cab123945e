import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

/// How a case starts its order.
struct StartPlan: Sendable {
    /// What is done to the bank's own `ready_to_confirm`; usually the case holds it back, and sends it when it is prepared.
    var ready = WebhookTreatment(timing: .dropped)
    /// What goes wrong with answers while the partner is asked.
    var faults: [AnswerOrder] = []
    /// How often the partner is asked to pay the same order.
    var runs = 1
    /// Whether the partner has to say that it accepts the order.
    var wantsAcceptance = true

    /// The bank's webhook comes as usual.
    static let natural = StartPlan(ready: .none)
}

extension PartnerTrial {
    /// Asks the partner to pay the order, and waits for the call that starts the payout.
    ///
    /// - Returns: The session of the payout.
    /// - Throws: `CaseStop` when no payout was started.
    @discardableResult
    func start(_ plan: StartPlan = StartPlan()) throws -> String {
        try inTurn {
            try ask(plan)
            let sessionID = try awaitStart()
            awaitFirstWebhook(of: sessionID)
            return sessionID
        }
    }

    /// Asks the partner to pay the order when the bank starts no payout of it.
    func startWithoutPayout(_ plan: StartPlan) throws {
        try inTurn {
            try ask(plan)
            _ = firstCall(until: confirmDeadline) { $0.startsPayout }
        }
    }

    /// Runs `body` while no other case asks the partner for anything.
    func inTurn<Result>(_ body: () throws -> Result) throws -> Result {
        context.begin("waiting for its turn")
        try context.waitingForTurn { () throws(CaseStop) in try partner.turnstile.enter() }
        defer {
            // What a case orders before it knows its session must not outlive its turn.
            sandbox.cancelUnboundOrders()
            log.end()
            partner.turnstile.leave()
        }
        try partner.checkPatience()
        return try body()
    }

    private func ask(_ plan: StartPlan) throws {
        log.begin(order)
        if plan.ready != .none {
            try sandbox.order(WebhookOrder(plan.ready, type: .readyToConfirm, count: 16))
        }
        for fault in plan.faults { try sandbox.order(fault) }
        for _ in 0..<plan.runs {
            context.begin("waiting for the partner to accept the order")
            let answer = partner.controls.start(order, until: .after(pace.start))
            partner.note(answer)
            guard answer.end != .done, plan.wantsAcceptance || answer.end == .timedOut else { continue }
            report(
                "ORDER.SENT",
                "the partner was asked to pay the order, and \(answer.clause)",
                expected: "the order is accepted within \(pace.start.inSeconds) s",
                received: answer.clause,
                sent: Excerpt.of(body: JSONWriter().write(order.json))
            )
            throw CaseStop.afterFindings
        }
    }

    private func awaitStart() throws -> String {
        context.begin("waiting for the call that starts the payout")
        let call = firstCall(until: confirmDeadline, where: \.hasStartedPayout)
        if let sessionID = call?.sessionID { return sessionID }
        let refused = calls.last { $0.opensSession && !$0.isCarriedOut }
        report(
            "ORDER.SENT",
            refused == nil
                ? "no call started a payout for the order"
                : "the bank refused the call that should start the payout",
            expected: "session/init/payout, or session/create and session/start/payout, with the order's metadata",
            received: refused.map { Excerpt.of($0.exchange.request) } ?? "no such call",
            sent: Excerpt.of(body: JSONWriter().write(order.json)),
            cause: refused.map { "the bank answered \(Excerpt.of($0.exchange.response))" }
        )
        throw CaseStop.afterFindings
    }

    /// Waits until the bank has sent its first webhook, or would have: another case's orders must not meet it.
    private func awaitFirstWebhook(of sessionID: String) {
        _ = log.wait(until: .after(pace.confirm + .seconds(2))) { entries in
            entries.deliveries(about: sessionID).isEmpty ? nil : ()
        }
    }
}
