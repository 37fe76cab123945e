/// Thrown inside a case to end it early.
public struct CaseStop: Error, Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        case findings
        case notRun(String)
        case notApplicable(String)
    }

    let reason: Reason

    /// What was recorded so far decides; going on would only add consequences of it.
    public static let afterFindings = CaseStop(reason: .findings)

    /// The case should have run and can't, for the reason given.
    public static func notRun(_ why: String) -> CaseStop { CaseStop(reason: .notRun(why)) }

    /// The target has no such ability.
    public static func notApplicable(_ why: String) -> CaseStop { CaseStop(reason: .notApplicable(why)) }
}
