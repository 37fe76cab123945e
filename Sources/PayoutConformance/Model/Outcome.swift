/// What a case came to.
public enum Outcome: Hashable, Sendable {
    /// Everything that the case checks is right.
    case passed
    /// Every MUST is right, and a SHOULD is not.
    case warned
    /// A MUST is violated, or the case could not be finished because of what is under test.
    case failed
    /// The case failed as a list of known failures says that it does.
    case knownFailing
    /// The case should have run and could not; the text says why. For a MUST this makes the run incomplete.
    case notRun(String)
    /// The target said that it has no such ability; the text says which.
    case notApplicable(String)

    /// The outcome in words, as reports print it: "passed", "not run", ...
    public var name: String {
        switch self {
        case .passed: "passed"
        case .warned: "warned"
        case .failed: "failed"
        case .knownFailing: "known failing"
        case .notRun: "not run"
        case .notApplicable: "not applicable"
        }
    }

    /// Why the case gave no verdict; nil when it gave one.
    public var reason: String? {
        switch self {
        case .notRun(let reason), .notApplicable(let reason): reason
        case .passed, .warned, .failed, .knownFailing: nil
        }
    }

    /// Whether what the case asked for was done: passed or warned.
    ///
    /// A negative case counts only when the outcome of its twin says yes here.
    public var isAccepted: Bool { self == .passed || self == .warned }
}
