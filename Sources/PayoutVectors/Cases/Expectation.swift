public import StrictJSON

/// A finding that a case expects.
public struct ExpectedFinding: Hashable, Sendable {
    /// The rule that is broken.
    public let rule: RuleID
    /// The place in the message; nil for texts that are no JSON.
    public let pointer: JSONPointer?
    /// The first offending byte of a text, from 0; nil for messages.
    public let offset: Int?

    /// Creates the finding of a rule at a place.
    public init(rule: RuleID, pointer: JSONPointer?, offset: Int? = nil) {
        self.rule = rule
        self.pointer = pointer
        self.offset = offset
    }
}

/// The verdict that a case expects.
public enum Expectation: Hashable, Sendable {
    /// Accepted in both profiles; the findings listed are exactly the warnings of the strict profile.
    case accept(warnings: [ExpectedFinding])
    /// Rejected in both profiles, with this finding among the errors.
    case reject(ExpectedFinding)
    /// Rejected in the strict profile, accepted in the lenient one.
    case rejectStrictly(ExpectedFinding)
}
