package import PayoutContract
package import PayoutVectors
import StrictJSON

/// Runs the message cases through contracts that are wrong in one keyword.
package struct SchemaAudit: Sendable {
    private let vectors: MutatedContract
    private let trials: [MessageTrial]
    /// The cases whose bodies meet a schema object, by it.
    private let reach: [SchemaPlace: [Int]]
    private let redundancy: Redundancy

    /// Prepares the cases.
    package init(contract: MutatedContract, trials: [MessageTrial], library: SchemaLibrary) {
        vectors = contract
        self.trials = trials
        let walk = SchemaWalk(library)
        var reach: [SchemaPlace: [Int]] = [:]
        var redundancy = Redundancy(library)
        for (position, trial) in trials.enumerated() {
            guard let body = try? JSONTree(parsing: trial.message.body, policy: .rfc8259) else { continue }
            let sites = walk.sites(of: body, schema: trial.type.schemaURI)
            for place in Set(sites.map(\.schema)) { reach[place, default: []].append(position) }
            redundancy.insert(sites, of: trial.type)
        }
        self.reach = reach
        self.redundancy = redundancy
    }

    /// The cases that do not have the outcome that they expect in the contract as it stands.
    ///
    /// - Parameter rule: The rule that the cases name; nil for all cases.
    package func failures(naming rule: RuleID?) throws(ContractError) -> [String] {
        let contract = vectors.original
        var failures: [String] = []
        for trial in trials where rule.map(trial.rules.contains) ?? true {
            if try !trial.holds(in: contract) { failures.append(trial.id) }
        }
        return failures
    }

    /// The mutants of a constraint, and what became of each.
    package func outcomes(of constraint: Constraint) throws(ContractError) -> [MutantOutcome] {
        var outcomes: [MutantOutcome] = []
        let candidates = candidates(for: constraint)
        for alteration in constraint.alterations {
            let mutant = Mutant(
                subject: constraint.description,
                alteration: alteration.name,
                rules: constraint.rules
            )
            let killer = try killer(of: vectors.contract(constraint, alteration), among: candidates)
            let reason = killer == nil ? redundancy.reason(constraint, alteration) : nil
            let fate: MutantOutcome.Fate = killer.map { .killed(by: $0) } ?? reason.map { .equivalent($0) } ?? .survived
            outcomes.append(MutantOutcome(mutant, fate))
        }
        return outcomes
    }

    /// The first case that has another outcome in a contract than it expects.
    private func killer(of mutant: Contract, among candidates: [Int]) throws(ContractError) -> String? {
        for candidate in candidates where try !trials[candidate].holds(in: mutant) { return trials[candidate].id }
        return nil
    }

    /// The cases that name a rule of the constraint and whose bodies meet it, the most probable killers first, and those
    /// of one message together, since its schemas are compiled once.
    private func candidates(for constraint: Constraint) -> [Int] {
        let named = (reach[constraint.schema] ?? []).filter { !trials[$0].rules.isDisjoint(with: constraint.rules) }
        let prefix = constraint.caseID
        return named.sorted { first, second in
            let own = (trials[first].id.hasPrefix(prefix), trials[second].id.hasPrefix(prefix))
            if own.0 != own.1 { return own.0 }
            return (trials[first].type.name, first) < (trials[second].type.name, second)
        }
    }
}

extension Constraint {
    /// The start of the ids of the cases that are generated for this constraint.
    package var caseID: String {
        (["gen", schema.family, schema.name] + path).joined(separator: ".")
    }
}
