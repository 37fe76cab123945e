public import HTTPWire
public import PayoutContract

/// A webhook on its way to the partner, and what became of it.
public struct Delivery: Sendable, Identifiable {
    /// One try to hand it over.
    public struct Attempt: Hashable, Sendable {
        /// When it began.
        public let startedAt: SandboxInstant
        /// When the answer was there, or was given up.
        public let endedAt: SandboxInstant
        /// What came back.
        public let result: Result
        /// The value of `X-PARTNER-SIGN`; nil when the header was left out.
        public let signature: String?
        /// The body that was sent, where it is not that of the delivery.
        public let changedBody: [UInt8]?
        /// The answer, with at most the first 4,096 bytes of its body; nil when none came.
        public let answer: HTTPResponse?
    }

    /// What came back from the partner.
    public enum Result: Hashable, Sendable {
        /// An answer with this HTTP status.
        case answered(status: Int)
        /// No answer, with the reason: a code of the HTTP layer such as `timeout`.
        case failed(reason: String)
    }

    /// How far it is.
    public enum Outcome: Hashable, Sendable {
        /// It is still to be sent, or to be sent again.
        case pending
        /// The partner answered 200.
        case delivered
        /// The partner answered another 2xx. The bank asks for 200 (reference/webhooks); the sandbox lets it pass.
        case deliveredWithNote(status: Int)
        /// The schedule ended without success.
        case abandoned
        /// There was no webhook URL when it was due.
        case unaddressed
        /// An order lost it on purpose.
        case dropped
    }

    /// Number from 1 in the order of origin.
    public let id: Int
    /// The name of the type in the body, as the bank wrote it.
    public let type: WebhookType
    /// The project that it goes to.
    public let project: String
    /// The session that it tells of.
    public let sessionID: String
    /// The body as the bank wrote it, the same in each attempt.
    public let body: [UInt8]
    /// When the event happened.
    public let createdAt: SandboxInstant
    /// What is done to it.
    public let treatment: WebhookTreatment
    /// The number of the letter that it carries; nil for copies and for what was sent by hand.
    let letter: UInt64?
    /// The tries so far.
    public internal(set) var attempts: [Attempt] = []
    /// How far it is.
    public internal(set) var outcome: Outcome = .pending

    /// The value of `X-PARTNER-SIGN` in the last attempt; nil before the first.
    public var signature: String? { attempts.last?.signature }

    /// Whether nothing more will be tried.
    public var isSettled: Bool { outcome != .pending }

    /// One line for a log: type, session, how it went, and the number of the attempt.
    public var summary: String {
        let last =
            switch attempts.last?.result {
            case .answered(let status): "answered \(status)"
            case .failed(let reason): "failed: \(reason)"
            case nil: outcome == .dropped ? "lost by order" : "not sent, there is no webhook URL"
            }
        let attempt = attempts.count > 1 ? ", attempt \(attempts.count)" : ""
        return "webhook \(type.name) \(sessionID) \(last)\(attempt)\(outcome == .abandoned ? ", given up" : "")"
    }
}
