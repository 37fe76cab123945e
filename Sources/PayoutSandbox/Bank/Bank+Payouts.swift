import PayoutContract

extension PayoutSession {
    /// Whether nothing follows any more, neither from the partner nor from the bank.
    var hasEnded: Bool {
        switch lifecycle.state {
        case .accepted, .cancelled, .error: true
        case .created, .inProgress, .awaitingConfirmation, .confirmed: false
        }
    }
}

extension Bank {
    mutating func create(
        _ terms: PayoutTerms,
        _ version: APIVersion,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        if let hash = terms.numberHash, cards[hash] == nil { throw .unknownHash }
        let session = newSession(version, terms, at: now)
        enter(session)
        return Decision(reply: .success(.session(session, session.standing)), sessionID: session.id)
    }

    mutating func initPayout(
        _ terms: PayoutTerms,
        _ version: APIVersion,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        // The terms are looked at first, so that a refused request uses up no id.
        _ = try complete(terms)
        var session = newSession(version, PayoutTerms(), at: now)
        var decision = try start(&session, terms, operation: "session/init/payout", at: now)
        enter(session)
        decision.sessionID = session.id
        return decision
    }

    private mutating func newSession(
        _ version: APIVersion,
        _ terms: PayoutTerms,
        at now: SandboxInstant
    ) -> PayoutSession {
        PayoutSession(
            id: identifiers.nextSession(),
            version: version,
            createdAt: now,
            updatedAt: now,
            lifecycle: SessionLifecycle(),
            terms: terms
        )
    }

    mutating func start(
        _ session: inout PayoutSession,
        _ terms: PayoutTerms,
        operation: String,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        try session.apply(.start, operation: operation, at: now)
        let terms = try complete(session.terms.overridden(by: terms))
        let payout = Payout(
            id: identifiers.nextPayout(),
            createdAt: now,
            card: terms.card,
            amount: terms.amount,
            participants: terms.participants,
            customer: terms.customer,
            metadata: terms.metadata
        )
        session.payout = payout
        let first: Step =
            switch payout.course {
            case .earlyRefusal: .refuseEarly
            case .success, .failure, .lateSuccess: .becomeReady
            }
        return Decision(
            reply: .success(.session(session, session.standing)),
            effects: [.step(first, sessionID: session.id, due: now.advanced(by: timing.readiness))]
        )
    }

    mutating func confirm(_ session: inout PayoutSession, at now: SandboxInstant) throws(Refusal) -> Decision {
        let before = session.standing
        try session.apply(.confirm, operation: "session/confirm", at: now)
        return Decision(
            reply: .success(.session(session, before.withoutAction)),
            effects: [.step(.settle, sessionID: session.id, due: now.advanced(by: timing.settlement))]
        )
    }

    mutating func cancel(_ session: inout PayoutSession, at now: SandboxInstant) throws(Refusal) -> Decision {
        let before = session.standing
        try session.apply(.cancel, operation: "session/cancel", at: now)
        guard session.payout != nil else {
            return Decision(reply: .success(.session(session, session.standing)))
        }
        let answered = session
        session.end(with: .cancelledByPartner, at: now)
        return Decision(
            reply: .success(.session(answered, before.withoutAction)),
            effects: [webhook(.paymentFinished, session, at: now)]
        )
    }

    // MARK: Steps of the bank

    mutating func take(_ step: Step, _ session: inout PayoutSession, at now: SandboxInstant) -> [Effect] {
        switch step {
        case .becomeReady:
            guard session.follow(.ready, at: now) else { return [] }
            return [
                webhook(.readyToConfirm, session, at: now),
                .step(.timeOut, sessionID: session.id, due: now.advanced(by: timing.confirmation)),
            ]
        case .refuseEarly:
            guard case .earlyRefusal(let code) = session.payout?.course, session.follow(.refuseEarly, at: now) else {
                return []
            }
            session.end(with: BankFault(outcome: code), at: now)
            return [webhook(.paymentFinished, session, at: now)]
        case .timeOut:
            guard session.follow(.confirmTimeout, at: now) else { return [] }
            session.end(with: .confirmTimeout, at: now)
            return [webhook(.paymentFinished, session, at: now)]
        case .settle:
            return settle(&session, at: now)
        case .correct:
            guard session.follow(.correct, at: now) else { return [] }
            session.end(with: nil, at: now)
            return [webhook(.paymentFinished, session, at: now)]
        }
    }

    private func settle(_ session: inout PayoutSession, at now: SandboxInstant) -> [Effect] {
        guard let course = session.payout?.course else { return [] }
        switch course {
        case .success:
            guard session.follow(.succeed, at: now) else { return [] }
            session.end(with: nil, at: now)
            return [webhook(.paymentFinished, session, at: now)]
        case .failure(let code), .earlyRefusal(let code):
            guard session.follow(.fail, at: now) else { return [] }
            session.end(with: BankFault(outcome: code), at: now)
            return [webhook(.paymentFinished, session, at: now)]
        case .lateSuccess(let code, let atOnce):
            guard session.follow(.fail, at: now) else { return [] }
            session.end(with: BankFault(outcome: code), at: now)
            let correction = atOnce ? now : now.advanced(by: timing.correction)
            return [
                webhook(.paymentFinished, session, at: now),
                .step(.correct, sessionID: session.id, due: correction),
            ]
        }
    }

    private func webhook(_ type: WebhookType, _ session: PayoutSession, at now: SandboxInstant) -> Effect {
        .webhook(
            Letter(type: type, sessionID: session.id, body: BankWriter.webhook(type, session), due: now)
        )
    }

    // MARK: Terms

    private struct CompleteTerms {
        var card: MaskedCard
        var amount: Money
        var participants: [UInt8]
        var customer: [UInt8]?
        var metadata: [UInt8]?
    }

    private func complete(_ terms: PayoutTerms) throws(Refusal) -> CompleteTerms {
        guard let hash = terms.numberHash else { throw .missing("The card to pay to") }
        guard let amount = terms.amount else { throw .missing("amount_details") }
        guard let participants = terms.participants else { throw .missing("participant_details") }
        guard let card = cards[hash] else { throw .unknownHash }
        return CompleteTerms(
            card: card,
            amount: amount,
            participants: participants,
            customer: terms.customer,
            metadata: terms.metadata
        )
    }
}

extension PayoutSession {
    /// Makes a step that a request asks for.
    fileprivate mutating func apply(
        _ event: SessionLifecycle.Event,
        operation: String,
        at now: SandboxInstant
    ) throws(Refusal) {
        let before = standing
        guard follow(event, at: now) else { throw .wrongState(operation, before) }
    }

    /// Makes a step if it is possible in the present state.
    fileprivate mutating func follow(_ event: SessionLifecycle.Event, at now: SandboxInstant) -> Bool {
        do {
            try lifecycle.apply(event)
            updatedAt = now
            return true
        } catch {
            return false
        }
    }

    /// Notes the end of the payout, with the fault in both places where the object model has room for one.
    fileprivate mutating func end(with fault: BankFault?, at now: SandboxInstant) {
        self.fault = fault
        payout?.fault = fault
        payout?.finishedAt = now
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

extension BankFault {
    fileprivate init(outcome code: String) {
        self.init(code: ErrorCode(code), description: OutcomeTrigger.description(of: code))
    }
}
