import PayoutContract
import StrictJSON

/// Compares two versions of one message and weighs each difference.
package struct MessageDiff {
    private let subject: MessageSubject
    private var evidence: Evidence
    private let ruleLevels: RuleLevels

    /// Prepares the comparison.
    ///
    /// - Parameter survivorCount: How many generated messages a compatible change has to survive.
    package init(old: MessageSubject, new: MessageSubject, survivorCount: Int = Evidence.survivorCount) {
        self.init(old: old, new: new, ruleLevels: RuleLevels(), survivorCount: survivorCount)
    }

    init(
        old: MessageSubject,
        new: MessageSubject,
        ruleLevels: RuleLevels,
        survivorCount: Int,
        maximumEffort: Int = Evidence.usualMaximumEffort
    ) {
        subject = new
        evidence = Evidence(old: old, new: new, survivorCount: survivorCount, maximumEffort: maximumEffort)
        self.ruleLevels = ruleLevels
    }

    /// Every change, in the order of the message.
    package mutating func changes() -> [ContractChange] {
        let differences = SchemaComparison(old: evidence.oldModel, new: evidence.newModel).differences
        evidence.isSoleDifference = differences.count == 1
        var changes: [ContractChange] = []
        for difference in differences { changes.append(weigh(difference)) }
        explainRest(differences, &changes)
        return changes
    }

    private mutating func weigh(_ difference: SchemaDifference) -> ContractChange {
        var change = change(difference)
        if difference.kind == .notCompared { return change }
        let effect = effect(of: difference)
        if effect == .none, difference.kind.isDocumentation {
            change.changeClass = .documentation
            return change
        }
        let harms = difference.kind.harms(in: subject.direction)
        let possible = harms.filter { effect == .either || effect == $0.effect }
        for harm in possible {
            guard let witness = evidence.witness(of: difference, harm: harm.effect) else { continue }
            change.changeClass = harm.changeClass
            change.witness = witness
            return change
        }
        // A harm that may be and is not shown stays undecided.
        guard possible.isEmpty, let harm = harms.first else {
            change.note = "it may do harm, and no message was found that shows it"
            if evidence.isExhausted { change.note = Self.givenUp }
            return change
        }
        let (witness, count) = evidence.counterexample(of: difference, harm: harm.effect)
        if let witness {
            change.changeClass = harm.changeClass
            change.witness = witness
        } else {
            change.survivorCount = count
            if count >= evidence.survivorCount {
                change.changeClass = .compatible
            } else {
                change.note = evidence.isExhausted ? Self.givenUp : "too few messages could be made to try it on"
            }
        }
        return change
    }

    private static let givenUp = "the schemas lead to so much that the search for evidence was given up"

    private func change(_ difference: SchemaDifference) -> ContractChange {
        ContractChange(
            kind: difference.kind,
            subject: subject.name,
            direction: subject.direction,
            place: difference.pointer.appending(difference.name).description,
            before: difference.before,
            after: difference.after,
            changeClass: .undecided,
            detail: difference.detail
        )
    }

    private func effect(of difference: SchemaDifference) -> ChangeEffect {
        difference.kind == .keywordRuleChanged ? ruleLevels.effect(difference) : difference.effect
    }

    /// Finds a change for a message that changes its verdict, where no change has explained one.
    private mutating func explainRest(_ differences: [SchemaDifference], _ changes: inout [ContractChange]) {
        let direction = subject.direction
        guard !changes.isEmpty, !changes.contains(where: { $0.witness != nil || $0.kind == .notCompared }) else {
            return
        }
        let harm: ChangeEffect = direction == .request ? .narrows : .widens
        guard let witness = evidence.anyWitness(harm: harm) else { return }
        for (index, difference) in differences.enumerated() where changes[index].changeClass == .undecided {
            guard [harm, .either].contains(effect(of: difference)),
                let found = difference.kind.harms(in: direction).first(where: { $0.effect == harm })
            else { continue }
            changes[index].changeClass = found.changeClass
            changes[index].witness = witness
            changes[index].note = nil
            return
        }
        let reason = "a message changes its verdict, and no change that was found says why"
        changes.append(change(SchemaDifference(kind: .notCompared, pointer: .root, after: reason, effect: .either)))
    }
}

extension JSONPointer {
    fileprivate func appending(_ name: String?) -> JSONPointer { name.map { appending($0) } ?? self }
}
