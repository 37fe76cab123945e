public import PayoutVectors
public import StrictJSON

/// One rule that is broken at one place of one message.
public struct Finding: Hashable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// How much it matters in the profile of the check.
    public var severity: Severity
    /// The place in the message: the object that lacks a member, the member that should not be there, or the wrong value.
    public var pointer: JSONPointer
    /// The bytes at fault: the value, or the name of a member that should not be there.
    public var byteRange: Range<Int>
    /// The missing, unexpected or repeated member; nil when the finding is about a value.
    public var memberName: String?
    /// What is wrong, as a sentence without a full stop and without personal data.
    public var message: String
    /// What to do; nil when nothing useful can be said.
    public var fix: String?

    /// Creates a finding.
    public init(
        rule: RuleID,
        severity: Severity,
        pointer: JSONPointer,
        byteRange: Range<Int>,
        memberName: String? = nil,
        message: String,
        fix: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.pointer = pointer
        self.byteRange = byteRange
        self.memberName = memberName
        self.message = message
        self.fix = fix
    }
}
