public import PayoutVectors

/// How strictly a message is judged.
public enum Profile: String, CaseIterable, Hashable, Sendable {
    /// Every MUST is an error.
    case strict
    /// What the bank's own SDK is known to send is tolerated: rules with a lenient level are judged by that level.
    case lenient

    /// How binding a rule is in this profile.
    public func level(of rule: Rule) -> Rule.Level {
        switch self {
        case .strict: rule.level
        case .lenient: rule.lenientLevel
        }
    }
}
