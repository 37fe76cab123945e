public import PayoutVectors

/// One thing that a case found wrong.
///
/// All texts are masked: they hold no personal data and may be printed, kept and sent on.
public struct CaseFinding: Hashable, Sendable {
    /// The violated rule.
    public var rule: RuleID
    /// How binding the finding is for what is under test: `.must` fails the case, `.should` warns.
    ///
    /// It may be lower than the rule's own level, where the bank's documentation leaves room.
    public var level: Rule.Level
    /// One clause that says what is wrong.
    public var message: String
    /// The sentence of the rule; nil when the register doesn't know the rule.
    public var statement: String?
    /// What a right answer would have been.
    public var expected: String?
    /// What came, masked.
    public var received: String?
    /// What the kit had sent, masked.
    public var sent: String?
    /// Where the bytes that were signed begin to differ from the body; nil where that is not known.
    public var difference: SignedDifference?
    /// Why it is so, where that was found out.
    public var cause: String?
    /// What to do about it.
    public var fix: String?

    /// Creates a finding.
    public init(
        rule: RuleID,
        level: Rule.Level,
        message: String,
        statement: String? = nil,
        expected: String? = nil,
        received: String? = nil,
        sent: String? = nil,
        difference: SignedDifference? = nil,
        cause: String? = nil,
        fix: String? = nil
    ) {
        self.rule = rule
        self.level = level
        self.message = message
        self.statement = statement
        self.expected = expected
        self.received = received
        self.sent = sent
        self.difference = difference
        self.cause = cause
        self.fix = fix
    }
}
