import PayoutContract

extension Bank {
    mutating func create(_ terms: PayoutTerms, _ caller: Caller, at now: SandboxInstant) throws(Refusal) -> Decision {
        if let requested = terms.instrument { _ = try instrument(requested) }
        let session = keep(newSession(caller, terms, at: now))
        return Decision(
            reply: .success(.session(session, session.standing)),
            sessionID: session.id,
            changes: [.session(session)]
        )
    }

    mutating func initPayout(
        _ terms: PayoutTerms,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        // The terms are looked at first, so that a refused request uses up no id.
        _ = try complete(terms, caller)
        var session = newSession(caller, PayoutTerms(), at: now)
        var decision = try start(&session, terms, caller, at: now)
        decision.changes.append(.session(keep(session)))
        decision.sessionID = session.id
        return decision
    }

    private mutating func newSession(_ caller: Caller, _ terms: PayoutTerms, at now: SandboxInstant) -> PayoutSession {
        PayoutSession(
            id: identifiers.nextSession(),
            project: caller.project,
            version: caller.version,
            createdAt: now,
            updatedAt: now,
            lifecycle: SessionLifecycle(),
            terms: terms
        )
    }

    mutating func start(
        _ session: inout PayoutSession,
        _ terms: PayoutTerms,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        if caller.behaviour.secondStart == .accepted, session.isRunning {
            return try startAnother(&session, terms, caller, at: now)
        }
        var started = session
        try started.apply(.start, operation: caller.operation, at: now)
        let terms = try complete(session.terms.overridden(by: terms), caller)
        session = started
        session.payouts = (0..<caller.behaviour.payoutsInList).map { _ in newPayout(terms, at: now) }
        let step = firstStep(of: terms.course, caller.behaviour)
        let effect = session.schedule(step, after: caller.behaviour.timing, now)
        return Decision(reply: .success(.session(session, session.standing)), effects: [effect])
    }

    /// A second payout in a session that runs; it shares the way of the first (reference/objects speaks of several).
    private mutating func startAnother(
        _ session: inout PayoutSession,
        _ terms: PayoutTerms,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        session.payouts.append(newPayout(try complete(session.terms.overridden(by: terms), caller), at: now))
        session.updatedAt = now
        return Decision(reply: .success(.session(session, session.standing)))
    }

    private func firstStep(of course: PayoutCourse, _ behaviour: BankBehaviour) -> Step {
        if case .earlyRefusal = course { return .refuseEarly }
        return behaviour.confirmation == .automatic ? .proceed : .becomeReady
    }

    mutating func confirm(
        _ session: inout PayoutSession,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        let before = session.standing
        try session.apply(.confirm, operation: caller.operation, at: now)
        let effect = session.schedule(.settle, after: caller.behaviour.timing, now)
        return Decision(reply: .success(.session(session, before.withoutAction)), effects: [effect])
    }

    mutating func cancel(
        _ session: inout PayoutSession,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        if caller.behaviour.earlyCancel == .accepted, session.lifecycle.state == .inProgress {
            // The lifecycle knows a cancellation from the waiting state only, through which this one passes.
            session.follow(.ready, at: now)
        }
        let before = session.standing
        try session.apply(.cancel, operation: caller.operation, at: now)
        session.pending = nil
        guard session.payout != nil else {
            return Decision(reply: .success(.session(session, session.standing)))
        }
        let answered = session
        session.end(with: .cancelledByPartner, at: now)
        var decision = Decision(reply: .success(.session(answered, before.withoutAction)))
        if caller.behaviour.cancelWebhook {
            decision.effects = [webhook(.paymentFinished, session, caller.behaviour, at: now)]
        }
        return decision
    }

    // MARK: Terms

    private struct CompleteTerms {
        var instrument: Instrument
        var amount: Money
        var terms: PayoutTerms
        var course: PayoutCourse
    }

    private mutating func newPayout(_ terms: CompleteTerms, at now: SandboxInstant) -> Payout {
        Payout(
            id: identifiers.nextPayout(),
            createdAt: now,
            instrument: terms.instrument,
            amount: terms.amount,
            participants: terms.terms.participants,
            customer: terms.terms.customer,
            fiscalization: terms.terms.fiscalization,
            metadata: terms.terms.metadata,
            course: terms.course
        )
    }

    private func complete(_ terms: PayoutTerms, _ caller: Caller) throws(Refusal) -> CompleteTerms {
        guard let requested = terms.instrument else { throw .missing("The instrument to pay to") }
        guard let amount = terms.amount else { throw .missing("amount_details") }
        let instrument = try instrument(requested)
        if case .card = instrument, terms.participants == nil { throw .missing("participant_details") }
        let course = PayoutCourse(of: instrument, amount: amount, under: caller.behaviour)
        if case .refusedAtStart(let code) = course {
            throw Refusal(ErrorCode(code), FaultSentence.text(of: code))
        }
        return CompleteTerms(instrument: instrument, amount: amount, terms: terms, course: course)
    }

    private func instrument(_ requested: RequestedInstrument) throws(Refusal) -> Instrument {
        switch requested {
        case .cardHash(let digest): .card(try card(digest))
        case .cardToken(let token): .card(try card(.token(token)))
        case .card(let card): .card(card)
        case .echoed(let instrument): .echoed(instrument)
        }
    }
}

extension PayoutSession {
    /// Whether a payout is under way and the partner has not confirmed it yet.
    fileprivate var isRunning: Bool {
        lifecycle.state == .inProgress || lifecycle.state == .awaitingConfirmation
    }

    /// Makes a step that a request asks for.
    fileprivate mutating func apply(
        _ event: SessionLifecycle.Event,
        operation: String,
        at now: SandboxInstant
    ) throws(Refusal) {
        let before = standing
        guard follow(event, at: now) else { throw .wrongState(operation, before) }
    }
}

extension PayoutSession.Standing {
    /// The state as the answer to `session/confirm` and `session/cancel` tells it: the payout still waits, and nothing more
    /// is asked of the partner (sibling documentation, session/confirm).
    fileprivate var withoutAction: Self {
        var copy = self
        copy.nextAction = nil
        return copy
    }
}
