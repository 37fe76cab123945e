import PayoutVectors
public import StrictJSON

extension AuditReport {
    /// The report for programs: totals, the score of each rule, and every mutant with its fate.
    public var tree: JSONTree {
        [
            "mutants": .number(JSONNumber(outcomes.count)),
            "killed": .number(JSONNumber(killedCount)),
            "equivalent": .number(JSONNumber(equivalentCount)),
            "survived": .number(JSONNumber(survivors.count)),
            "stale_equivalents": .array(staleEquivalents.map { .string($0) }),
            "rules": .array(scores.map(Self.tree)),
            "outcomes": .array(outcomes.map(Self.tree)),
        ]
    }

    private static func tree(of score: Score) -> JSONTree {
        [
            "rule": .string(score.rule.rawValue), "mutants": .number(JSONNumber(score.mutantCount)),
            "killed": .number(JSONNumber(score.killedCount)),
        ]
    }

    private static func tree(of outcome: MutantOutcome) -> JSONTree {
        var tree: JSONTree = [
            "subject": .string(outcome.mutant.subject), "alteration": .string(outcome.mutant.alteration),
            "rules": .array(outcome.mutant.rules.map { .string($0.rawValue) }),
        ]
        switch outcome.fate {
        case .killed(let id):
            tree["fate"] = "killed"
            tree["by"] = .string(id)
        case .equivalent(let reason):
            tree["fate"] = "equivalent"
            tree["reason"] = .string(reason)
        case .survived:
            tree["fate"] = "survived"
        }
        return tree
    }
}
