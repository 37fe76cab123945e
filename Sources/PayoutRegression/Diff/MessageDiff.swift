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

    init(old: MessageSubject, new: MessageSubject, ruleLevels: RuleLevels, survivorCount: Int) {
        subject = new
        evidence = Evidence(old: old, new: new, survivorCount: survivorCount)
        self.ruleLevels = ruleLevels
    }

    /// Every change, in the order of the message.
    package mutating func changes() -> [ContractChange] {
        let differences = SchemaComparison(old: evidence.oldModel, new: evidence.newModel).differences
        return differences.map { weigh($0) }
    }

    private mutating func weigh(_ difference: SchemaDifference) -> ContractChange {
        var change = ContractChange(
            kind: difference.kind,
            subject: subject.name,
            direction: subject.direction,
            place: difference.pointer.appending(difference.name).description,
            before: difference.before,
            after: difference.after,
            changeClass: .undecided,
            detail: difference.detail
        )
        if difference.kind == .notCompared { return change }
        var effect = difference.effect ?? difference.kind.effect(in: subject.direction)
        if difference.kind == .keywordRuleChanged { effect = ruleLevels.effect(difference) }
        if effect == .none, difference.kind.isDocumentation {
            change.changeClass = .documentation
            return change
        }
        let harm = difference.kind.harm(in: subject.direction)
        let harmClass = difference.kind.harmClass(in: subject.direction)
        if effect == harm || effect == .either, let witness = evidence.witness(of: difference, harm: harm) {
            change.changeClass = harmClass
            change.witness = witness
            return change
        }
        // A harm that is claimed and not shown stays undecided.
        if effect == harm { return change }
        let (witness, count) = evidence.counterexample(of: difference, harm: harm)
        change.survivorCount = witness == nil ? count : 0
        if let witness {
            change.changeClass = harmClass
            change.witness = witness
        } else if count >= evidence.survivorCount, effect != .either || isShownHarmless(difference, harm) {
            change.changeClass = .compatible
        }
        return change
    }

    /// Whether a difference of unknown effect is seen to go the harmless way.
    private mutating func isShownHarmless(_ difference: SchemaDifference, _ harm: ChangeEffect) -> Bool {
        evidence.witness(of: difference, harm: harm == .narrows ? .widens : .narrows) != nil
    }
}

/// The levels of the rules of two contracts.
struct RuleLevels {
    var old: [String: Bool] = [:]
    var new: [String: Bool] = [:]

    /// What the other rule of a keyword does: a rule of level SHOULD refuses nothing.
    func effect(_ difference: SchemaDifference) -> ChangeEffect {
        guard let before = difference.before.flatMap({ old[$0] }), let after = difference.after.flatMap({ new[$0] }),
            before != after
        else { return .none }
        return after ? .narrows : .widens
    }
}

extension JSONPointer {
    fileprivate func appending(_ name: String?) -> JSONPointer { name.map { appending($0) } ?? self }
}
