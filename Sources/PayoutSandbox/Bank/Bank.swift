import PartnerSignature
import PayoutContract

/// The bank's books and decisions: no sockets, no threads, no clock of its own.
///
/// The same calls at the same moments give the same answers and effects.
struct Bank: Sendable {
    /// What the bank says to an accepted request.
    enum Reply: Sendable {
        case token(String)
        case cardInfo(CardName, MaskedCard)
        case tokenInfo(PublicToken, text: String, isActive: Bool)
        /// The session, and the state that the answer tells, which may lag behind the session's own.
        case session(PayoutSession, PayoutSession.Standing)
    }

    /// A decision and what follows from it.
    struct Decision: Sendable {
        var reply: Result<Reply, Refusal>
        var effects: [Effect] = []
        /// The session that the request was about, where there is one.
        var sessionID: String?
        /// What was entered into the books, for the journal.
        var changes: [BankChange] = []
    }

    /// How many sessions that have ended, and how many tokens, are kept; the oldest are forgotten first.
    static let memory = 50_000

    var identifiers: IdentifierSource
    private(set) var sessions: [String: PayoutSession] = [:]
    private var sessionOrder = AgeOrder<String>()
    var tokens: [SHA256Digest: PublicToken] = [:]
    var tokenOrder = AgeOrder<SHA256Digest>()
    /// The cards by the digest of the hash that names them; neither the numbers nor the hashes are kept.
    var cards: [SHA256Digest: MaskedCard]
    var idempotencyKeys = IdempotencyKeys()
    private var revision: UInt64 = 0
    private var letterCount: UInt64 = 0

    init(seed: UInt64) {
        identifiers = IdentifierSource(seed: seed)
        cards = [Self.digest(ofName: MaskedCard.bankExampleHash): .bankExample]
    }

    /// Hashes and tokens stand for money, so the books hold only what recognises them.
    static func digest(ofName name: String) -> SHA256Digest {
        SHA256Digest(of: Array(name.utf8))
    }

    /// The sessions in the order of their ids.
    var allSessions: [PayoutSession] { sessions.values.sorted { $0.id < $1.id } }

    // MARK: Books

    func session(_ id: String, of caller: Caller) throws(Refusal) -> PayoutSession {
        guard let session = sessions[id], session.project == caller.project else { throw .unknownSession }
        return session
    }

    /// Changes a session; a refusal leaves it as it was.
    mutating func change(
        _ id: String,
        of caller: Caller,
        _ body: (inout Bank, inout PayoutSession) throws(Refusal) -> Decision
    ) throws(Refusal) -> Decision {
        var session = try session(id, of: caller)
        var decision = try body(&self, &session)
        decision.changes.append(.session(keep(session)))
        decision.sessionID = id
        return decision
    }

    /// Enters a session in its new state and returns it with its revision.
    @discardableResult
    mutating func keep(_ session: PayoutSession) -> PayoutSession {
        var session = session
        revision += 1
        session.revision = revision
        if sessions.updateValue(session, forKey: session.id) == nil { rememberNew(session.id) }
        return session
    }

    private mutating func rememberNew(_ id: String) {
        sessionOrder.append(id)
        // A session that is still open goes to the end of the row, so at most one look is wasted on it here.
        if sessions.count > Self.memory, let oldest = sessionOrder.removeFirst() {
            if sessions[oldest]?.hasEnded == true {
                sessions[oldest] = nil
            } else {
                sessionOrder.append(oldest)
            }
        }
    }

    mutating func nextLetterNumber() -> UInt64 {
        letterCount += 1
        return letterCount
    }

    // MARK: Resumption

    /// Takes the books up where a journal left them.
    mutating func restore(_ session: PayoutSession) {
        revision = max(revision, session.revision)
        if sessions.updateValue(session, forKey: session.id) == nil { sessionOrder.append(session.id) }
        identifiers.skip(session: session.id)
        for payout in session.payouts {
            identifiers.skip(payout: payout.id)
            if payout.refund != nil { identifiers.skipRefund() }
        }
    }

    /// Numbers the next webhook behind `number`.
    mutating func skip(letter number: UInt64) {
        letterCount = max(letterCount, number)
    }
}

/// Something that was entered into the books.
enum BankChange: Hashable, Sendable {
    case session(PayoutSession)
    case token(SHA256Digest, PublicToken)
    case card(SHA256Digest, MaskedCard)
    case idempotencyKey(IdempotencyKeys.Name, until: SandboxInstant)
}

/// How a partner named a card in `token/info`.
enum CardName: Hashable, Sendable {
    case numberHash(String)
    case token(String)
}
