/// How strictly a message is judged.
public enum Profile: String, CaseIterable, Hashable, Sendable {
    /// Every MUST is an error.
    case strict
    /// What the bank's own SDK is known to send is tolerated: rules with a lenient level are judged by that level.
    case lenient
}
