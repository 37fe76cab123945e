public import PayoutVectors

/// A contract, or a program that keeps it, that is wrong in one place.
public struct Mutant: Hashable, Sendable, CustomStringConvertible {
    /// What was changed: the place of a keyword in a schema, or a step of a check.
    public let subject: String
    /// How it was changed, as a clause.
    public let alteration: String
    /// The rules that a case has to name, one of them, for its complaint to count.
    public let rules: [RuleID]

    package init(subject: String, alteration: String, rules: [RuleID]) {
        self.subject = subject
        self.alteration = alteration
        self.rules = rules
    }

    /// The subject and the alteration.
    public var description: String { "\(subject) \(alteration)" }
}

/// What became of a mutant.
public struct MutantOutcome: Hashable, Sendable {
    /// How the vectors fared.
    public enum Fate: Hashable, Sendable {
        /// The case with this id has another outcome than it expects.
        case killed(by: String)
        /// No program could tell the mutant from the contract, for this reason.
        case equivalent(String)
        /// No case that names one of its rules notices.
        case survived
    }

    /// The mutant.
    public let mutant: Mutant
    /// How the vectors fared.
    public let fate: Fate

    package init(_ mutant: Mutant, _ fate: Fate) {
        self.mutant = mutant
        self.fate = fate
    }
}
