import PayoutContract

/// The bank's books and decisions: no sockets, no threads, no clock of its own.
///
/// The same calls at the same moments give the same answers and effects.
struct Bank: Sendable {
    /// What the bank says to an accepted request.
    enum Reply: Sendable {
        case token(String)
        case cardInfo(numberHash: String, MaskedCard)
        case tokenInfo(PublicToken, isActive: Bool)
        /// The session, and the state that the answer tells, which may lag behind the session's own.
        case session(PayoutSession, PayoutSession.Standing)
    }

    /// A decision and what follows from it.
    struct Decision: Sendable {
        var reply: Result<Reply, Refusal>
        var effects: [Effect] = []
        /// The session that the request was about, where there is one.
        var sessionID: String?
    }

    /// How many sessions that have ended, and how many tokens, are kept; the oldest are forgotten first.
    static let memory = 50_000

    let timing: SandboxTiming
    var identifiers: IdentifierSource
    private(set) var sessions: [String: PayoutSession] = [:]
    private var sessionOrder = AgeOrder()
    var tokens: [String: PublicToken] = [:]
    var tokenOrder = AgeOrder()
    /// The cards by the hash of their number; the numbers themselves are kept nowhere.
    var cards: [String: MaskedCard] = [MaskedCard.bankExampleHash: .bankExample]

    init(seed: UInt64, timing: SandboxTiming = SandboxTiming()) {
        self.timing = timing
        identifiers = IdentifierSource(seed: seed)
    }

    /// Carries out a request that was found to be in order.
    mutating func perform(_ instruction: Instruction, version: APIVersion, at now: SandboxInstant) -> Decision {
        do throws(Refusal) {
            switch instruction {
            case .issueToken(let opensCardWidget):
                return Decision(reply: .success(.token(issueToken(opensCardWidget: opensCardWidget, at: now))))
            case .describeCard(let hash):
                guard let card = cards[hash] else { throw .unknownHash }
                return Decision(reply: .success(.cardInfo(numberHash: hash, card)))
            case .describeToken(let text):
                guard let token = tokens[text] else { throw Refusal(.invalidRequest, "The token is not known") }
                return Decision(reply: .success(.tokenInfo(token, isActive: token.isActive(at: now))))
            case .create(let terms):
                return try create(terms, version, at: now)
            case .initPayout(let terms):
                return try initPayout(terms, version, at: now)
            case .startPayout(let id, let terms):
                return try change(id) { bank, session throws(Refusal) in
                    try bank.start(&session, terms, operation: "session/start/payout", at: now)
                }
            case .confirm(let id):
                return try change(id) { bank, session throws(Refusal) in try bank.confirm(&session, at: now) }
            case .cancel(let id):
                return try change(id) { bank, session throws(Refusal) in try bank.cancel(&session, at: now) }
            case .status(let id):
                guard let session = sessions[id] else { throw .unknownSession }
                return Decision(reply: .success(.session(session, session.standing)), sessionID: id)
            }
        } catch {
            return Decision(reply: .failure(error), sessionID: instruction.sessionID)
        }
    }

    // MARK: Books

    /// Changes a session; a refusal leaves it as it was.
    private mutating func change(
        _ id: String,
        _ body: (inout Bank, inout PayoutSession) throws(Refusal) -> Decision
    ) throws(Refusal) -> Decision {
        guard var session = sessions[id] else { throw .unknownSession }
        var decision = try body(&self, &session)
        sessions[id] = session
        decision.sessionID = id
        return decision
    }

    /// Changes a session by a step of the bank; one that no longer fits does nothing.
    mutating func take(_ step: Step, sessionID: String, at now: SandboxInstant) -> [Effect] {
        guard var session = sessions[sessionID] else { return [] }
        let effects = take(step, &session, at: now)
        sessions[sessionID] = session
        return effects
    }

    mutating func enter(_ session: PayoutSession) {
        sessions[session.id] = session
        sessionOrder.append(session.id)
        // A session that is still open goes to the end of the row, so at most one look is wasted on it here.
        if sessions.count > Self.memory, let oldest = sessionOrder.removeFirst() {
            if sessions[oldest]?.hasEnded == true {
                sessions[oldest] = nil
            } else {
                sessionOrder.append(oldest)
            }
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
}
