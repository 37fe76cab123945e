import PayoutContract

extension Bank {
    /// Lets the bank make a step by itself; one that no longer fits the session does nothing.
    mutating func take(
        _ step: Step,
        sessionID: String,
        under behaviour: BankBehaviour,
        at now: SandboxInstant
    ) -> (effects: [Effect], changes: [BankChange]) {
        guard var session = sessions[sessionID], session.pending?.step == step else { return ([], []) }
        session.pending = nil
        let effects = take(step, &session, behaviour, at: now)
        return (effects, [.session(keep(session))])
    }

    private mutating func take(
        _ step: Step,
        _ session: inout PayoutSession,
        _ behaviour: BankBehaviour,
        at now: SandboxInstant
    ) -> [Effect] {
        switch step {
        case .becomeReady:
            guard session.follow(.ready, at: now) else { return [] }
            let ready = webhook(.readyToConfirm, session, behaviour, at: now)
            return [ready, session.schedule(.timeOut, after: behaviour.timing, now)]
        case .proceed:
            guard session.follow(.readyWithoutConfirmation, at: now) else { return [] }
            return [session.schedule(.settle, after: behaviour.timing, now)]
        case .refuseEarly:
            guard let code = session.payout?.course.errorCode, session.follow(.refuseEarly, at: now) else { return [] }
            return finish(&session, with: BankFault(outcome: code), behaviour, at: now)
        case .timeOut:
            guard session.follow(.confirmTimeout, at: now) else { return [] }
            return finish(&session, with: .confirmTimeout, behaviour, at: now)
        case .settle:
            return settle(&session, behaviour, at: now)
        case .correct:
            guard session.follow(.correct, at: now) else { return [] }
            return finish(&session, with: nil, behaviour, at: now)
        case .returnMoney:
            guard session.follow(.returnMoney, at: now) else { return [] }
            for index in session.payouts.indices {
                session.payouts[index].refund = Refund(id: identifiers.nextRefund(), createdAt: now)
            }
            return [webhook(.paymentRefunded, session, behaviour, at: now)]
        }
    }

    private mutating func settle(
        _ session: inout PayoutSession,
        _ behaviour: BankBehaviour,
        at now: SandboxInstant
    ) -> [Effect] {
        guard let course = session.payout?.course else { return [] }
        let fault = course.isPaid ? nil : course.errorCode.map { BankFault(outcome: $0) }
        guard course != .stuck, session.follow(fault == nil ? .succeed : .fail, at: now) else { return [] }
        var effects = finish(&session, with: fault, behaviour, at: now)
        switch course {
        case .lateSuccess(_, let atOnce):
            let timing = atOnce ? SandboxTiming(correction: .zero) : behaviour.timing
            effects.append(session.schedule(.correct, after: timing, now))
        case .returned:
            effects.append(session.schedule(.returnMoney, after: behaviour.timing, now))
        default:
            break
        }
        return effects
    }

    private mutating func finish(
        _ session: inout PayoutSession,
        with fault: BankFault?,
        _ behaviour: BankBehaviour,
        at now: SandboxInstant
    ) -> [Effect] {
        session.end(with: fault, at: now)
        return [webhook(.paymentFinished, session, behaviour, at: now)]
    }

    mutating func webhook(
        _ type: WebhookType,
        _ session: PayoutSession,
        _ behaviour: BankBehaviour,
        at now: SandboxInstant
    ) -> Effect {
        .webhook(
            Letter(
                number: nextLetterNumber(),
                type: type,
                project: session.project,
                sessionID: session.id,
                body: BankWriter(behaviour).webhook(type, session),
                due: now
            )
        )
    }
}

extension PayoutSession {
    /// Makes a step if it is possible in the present state.
    @discardableResult
    mutating func follow(_ event: SessionLifecycle.Event, at now: SandboxInstant) -> Bool {
        do {
            try lifecycle.apply(event)
            updatedAt = now
            return true
        } catch {
            return false
        }
    }

    /// Notes what the bank does next, and gives it as an effect.
    mutating func schedule(_ step: Step, after timing: SandboxTiming, _ now: SandboxInstant) -> Effect {
        let pause =
            switch step {
            case .becomeReady, .refuseEarly, .proceed: timing.readiness
            case .settle: timing.settlement
            case .correct: timing.correction
            case .returnMoney: timing.returnAfter
            case .timeOut: payout?.course == .confirmTimeout ? .zero : timing.confirmation
            }
        let due = now.advanced(by: pause)
        pending = PendingStep(step: step, due: due)
        return .step(step, sessionID: id, due: due)
    }

    /// Notes the end of the payouts.
    mutating func end(with fault: BankFault?, at now: SandboxInstant) {
        self.fault = fault
        for index in payouts.indices { payouts[index].finishedAt = now }
    }
}

extension PayoutCourse {
    /// Whether the confirmed payout ends with a success at first.
    fileprivate var isPaid: Bool {
        switch self {
        case .success, .returned: true
        case .failure, .earlyRefusal, .refusedAtStart, .lateSuccess, .confirmTimeout, .stuck: false
        }
    }
}

extension BankFault {
    fileprivate init(outcome code: String) {
        self.init(code: ErrorCode(code), description: FaultSentence.text(of: code))
    }
}
