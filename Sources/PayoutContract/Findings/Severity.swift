public import PayoutVectors

/// How much a finding matters.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Worth knowing.
    case note
    /// Accepted, but advised against.
    case warning
    /// The message is rejected.
    case error

    /// The severity of breaking a rule of this level: MUST is an error, SHOULD a warning, MAY a note.
    public init(_ level: Rule.Level) {
        self =
            switch level {
            case .must: .error
            case .should: .warning
            case .may: .note
            }
    }

    /// Orders by how much it matters: note, warning, error.
    public static func < (first: Severity, second: Severity) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
