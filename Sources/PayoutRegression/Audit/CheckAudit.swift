package import PayoutContract
import PayoutVectors

/// Runs the message cases through contracts in which one check of values, that no schema states, finds every value wrong.
///
/// A check that finds nothing is the same as its annotation gone, which the audit of the schemas tries place by place.
package struct CheckAudit: Sendable {
    private let vectors: MutatedContract
    private let trials: [MessageTrial]

    package init(contract: MutatedContract, trials: [MessageTrial]) {
        vectors = contract
        self.trials = trials
    }

    /// One mutant for each check that the constraints ask for.
    package func outcomes(of constraints: [Constraint]) throws(ContractError) -> [MutantOutcome] {
        var rules: [String: Set<RuleID>] = [:]
        for constraint in constraints where constraint.keyword.hasPrefix("x-") && constraint.keyword != "x-echo" {
            rules[constraint.keyword, default: []].formUnion(constraint.rules)
        }
        var outcomes: [MutantOutcome] = []
        for (keyword, rules) in rules.sorted(by: { $0.key < $1.key }) {
            let mutant = Mutant(
                subject: "check \(keyword)",
                alteration: "finds every value wrong",
                rules: rules.sorted()
            )
            let contract = vectors.contract(blindCheck: keyword)
            var fate = MutantOutcome.Fate.survived
            for trial in trials where !trial.rules.isDisjoint(with: rules) && trial.message.expectation.isAccept {
                guard try !trial.holds(in: contract) else { continue }
                fate = .killed(by: trial.id)
                break
            }
            outcomes.append(MutantOutcome(mutant, fate))
        }
        return outcomes
    }
}
