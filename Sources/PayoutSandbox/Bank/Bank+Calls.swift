import PartnerSignature
import PayoutContract

extension Bank {
    /// Carries out a request that was found to be in order.
    mutating func perform(_ instruction: Instruction, for caller: Caller, at now: SandboxInstant) -> Decision {
        do throws(Refusal) {
            let key = try idempotencyKey(of: instruction, caller, at: now)
            var decision = try decide(instruction, caller, at: now)
            if let key {
                // A request that was refused has created nothing, so its key may be used again.
                let expiry = now.advanced(by: caller.behaviour.idempotencyLifetime)
                idempotencyKeys.use(key, until: expiry, at: now)
                decision.changes.append(.idempotencyKey(key, until: expiry))
            }
            return decision
        } catch {
            return Decision(reply: .failure(error), sessionID: instruction.sessionID)
        }
    }

    private func idempotencyKey(
        of instruction: Instruction,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> IdempotencyKeys.Name? {
        guard caller.behaviour.idempotencyKeys, let key = caller.idempotencyKey, instruction.isAboutSession else {
            return nil
        }
        guard (1...IdempotencyKeys.maximumLength).contains(key.utf8.count) else {
            throw Refusal(.invalidRequest, "X-PARTNER-IDEMPOTENCY-KEY has 1 to 255 bytes")
        }
        let name = IdempotencyKeys.Name(project: caller.project, path: caller.operation, key: key)
        guard !idempotencyKeys.isUsed(name, at: now) else {
            throw .repeated()
        }
        return name
    }

    private mutating func decide(
        _ instruction: Instruction,
        _ caller: Caller,
        at now: SandboxInstant
    ) throws(Refusal) -> Decision {
        switch instruction {
        case .issueToken(let opensCardWidget):
            return issueToken(opensCardWidget: opensCardWidget, caller, at: now)
        case .describeCard(let name):
            return Decision(reply: .success(.cardInfo(name, try card(name))))
        case .describeToken(let text):
            guard let token = tokens[Self.digest(ofName: text)] else {
                throw Refusal(.invalidRequest, "The token is not known")
            }
            return Decision(reply: .success(.tokenInfo(token, text: text, isActive: token.isActive(at: now))))
        case .create(let terms):
            return try create(terms, caller, at: now)
        case .initPayout(let terms):
            return try initPayout(terms, caller, at: now)
        case .startPayout(let id, let terms):
            return try change(id, of: caller) { bank, session throws(Refusal) in
                try bank.start(&session, terms, caller, at: now)
            }
        case .confirm(let id):
            return try change(id, of: caller) { bank, session throws(Refusal) in
                try bank.confirm(&session, caller, at: now)
            }
        case .cancel(let id):
            return try change(id, of: caller) { bank, session throws(Refusal) in
                try bank.cancel(&session, caller, at: now)
            }
        case .status(let id):
            let session = try session(id, of: caller)
            return Decision(reply: .success(.session(session, session.standing)), sessionID: id)
        }
    }

    func card(_ digest: SHA256Digest) throws(Refusal) -> MaskedCard {
        guard let card = cards[digest] else { throw .unknownHash }
        return card
    }

    func card(_ name: CardName) throws(Refusal) -> MaskedCard {
        switch name {
        case .numberHash(let hash):
            return try card(Self.digest(ofName: hash))
        case .token(let token):
            guard let card = CardToken.card(token) else { throw .unknownToken }
            return card
        }
    }
}

extension Instruction {
    /// The session that it names.
    var sessionID: String? {
        switch self {
        case .startPayout(let id, _), .confirm(let id), .cancel(let id), .status(let id): id
        case .issueToken, .describeCard, .describeToken, .create, .initPayout: nil
        }
    }

    /// Whether the official SDK offers an idempotency key for it.
    var isAboutSession: Bool {
        switch self {
        case .issueToken, .describeCard, .describeToken: false
        case .create, .initPayout, .startPayout, .confirm, .cancel, .status: true
        }
    }
}
