public import PayoutVectors

/// What became of every mutant.
public struct AuditReport: Sendable {
    /// How many mutants of a rule were killed.
    public struct Score: Hashable, Sendable {
        /// The rule.
        public let rule: RuleID
        /// The mutants of the rule, without those that change nothing.
        public let mutantCount: Int
        /// How many of them a case killed.
        public let killedCount: Int
    }

    /// The outcomes, in the order in which the mutants were made.
    public let outcomes: [MutantOutcome]
    /// Entries of the list of equivalent mutants that no survivor needs any more.
    public let staleEquivalents: [String]

    /// The mutants that no case noticed.
    public var survivors: [Mutant] {
        outcomes.filter { $0.fate == .survived }.map(\.mutant)
    }

    /// How many mutants a case killed.
    public var killedCount: Int {
        outcomes.count { if case .killed = $0.fate { true } else { false } }
    }

    /// How many mutants change nothing, for a reason that is stated.
    public var equivalentCount: Int { outcomes.count - killedCount - survivors.count }

    /// Whether every mutant was killed or changes nothing, and the list of the latter is up to date.
    public var isPassed: Bool { survivors.isEmpty && staleEquivalents.isEmpty }

    /// The scores by rule, in the order of the rules' ids; a mutant counts for each of its rules.
    public var scores: [Score] {
        var totals: [RuleID: (all: Int, killed: Int)] = [:]
        for outcome in outcomes {
            if case .equivalent = outcome.fate { continue }
            for rule in outcome.mutant.rules {
                totals[rule, default: (0, 0)].all += 1
                if outcome.fate != .survived { totals[rule, default: (0, 0)].killed += 1 }
            }
        }
        return totals.sorted { $0.key < $1.key }
            .map { Score(rule: $0.key, mutantCount: $0.value.all, killedCount: $0.value.killed) }
    }
}
