/// How the answer to a call goes wrong.
public enum AnswerFault: Hashable, Sendable {
    /// The answer comes so much later.
    case delay(Duration)
    /// The connection closes without an answer.
    case drop
    /// The connection is reset without an answer.
    case reset
    /// An answer with this status and no body.
    case status(Int)
    /// An answer with this status and a page of HTML, as a proxy sends it.
    case errorPage(Int)
    /// The bank refuses with this error code; what is nil is as in the project's behaviour.
    case refusal(code: String, status: Int? = nil, envelope: BankBehaviour.ErrorEnvelope? = nil)
    /// The bank acts, and answers as to a repeat of the call: `idempotency_key_already_exists`, with this description.
    ///
    /// So it is when something between the client and the bank sends a call twice: the client gets the second answer.
    case repeated(description: String? = nil)
    /// The head states the whole length, half of the body comes, and the connection closes.
    case truncatedBody
    /// The head states so many bytes more (or fewer, below zero) than the body has.
    case wrongLength(by: Int)
    /// The answer comes in steps of so many bytes with a pause between them.
    case drip(Int, every: Duration)
}

/// An order about calls to come: which ones, how many of them, and what happens to their answers.
public struct AnswerOrder: Hashable, Sendable {
    /// Whether the bank acts on a call whose answer goes wrong.
    public enum Effect: String, CaseIterable, Hashable, Sendable {
        /// It acts first, so the client cannot know.
        case first
        /// It does not act.
        case none
    }

    /// How the answer goes wrong.
    public var fault: AnswerFault
    /// Whether the bank acts; behind a refusal it never does.
    public var effect: Effect
    /// The project that calls; nil for any.
    public var project: String?
    /// The path of the operation, such as `session/confirm`; nil for any.
    public var operation: String?
    /// The session that is named in the call; nil for any.
    public var sessionID: String?
    /// How many calls it holds for.
    public var count: Int

    /// Creates an order; each argument is explained at its property.
    public init(
        _ fault: AnswerFault,
        effect: Effect = .first,
        project: String? = nil,
        operation: String? = nil,
        sessionID: String? = nil,
        count: Int = 1
    ) {
        self.fault = fault
        self.effect = effect
        self.project = project
        self.operation = operation
        self.sessionID = sessionID
        self.count = count
    }

    func isAbout(project: String?, operation: String, sessionID: String?) -> Bool {
        (self.project == nil || self.project == project)
            && (self.operation ?? operation) == operation
            && (self.sessionID == nil || self.sessionID == sessionID)
    }

    /// Whether the bank carries the call out.
    var actsFirst: Bool {
        if case .refusal = fault { false } else { effect == .first }
    }
}
