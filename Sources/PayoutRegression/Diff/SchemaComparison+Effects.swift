import StrictJSON

/// What is known of the effects of pairs of nodes, and how many more may be looked into.
final class EffectMemory {
    fileprivate var known: [SchemaComparison.Pair: ChangeEffect] = [:]
    /// Pairs that are compared aside cost time without a place of their own.
    fileprivate var budget = 20_000
}

extension SchemaComparison {
    /// What becomes of the values that a node allows, where no place of the message is to be told.
    func effect(_ oldID: NodeID, _ newID: NodeID) -> ChangeEffect {
        guard old.digest(of: oldID) != new.digest(of: newID) else { return .none }
        // Which rule a keyword breaks says nothing where there is no such keyword.
        if old[oldID].demandsNothing { return new[newID].demandsNothing ? .none : .narrows }
        if new[newID].demandsNothing { return .widens }
        let pair = Pair(old: oldID, new: newID)
        if let known = effects.known[pair] { return known }
        guard effects.budget > 0 else { return .either }
        effects.known[pair] = .either
        let limits = Limits(depth: 12, count: 200, visitCount: min(500, effects.budget))
        var aside = SchemaComparison(old: old, new: new, limits: limits, effects: effects)
        aside.compare(oldID, newID, at: .root)
        effects.budget -= aside.visitCount
        effects.known[pair] = aside.wholeEffect
        return aside.wholeEffect
    }

    /// What all differences together do to the values that are allowed.
    var wholeEffect: ChangeEffect {
        differences.reduce(ChangeEffect.none) { $0.joined(with: $1.wholeEffect) }
    }
}

extension SchemaDifference {
    /// The effect; the level of another rule is not known here.
    fileprivate var wholeEffect: ChangeEffect { kind == .keywordRuleChanged ? .either : effect }
}

extension ChangeEffect {
    /// The effect of two changes together.
    func joined(with other: ChangeEffect) -> ChangeEffect {
        if self == .none || self == other { return other }
        return other == .none ? self : .either
    }

    /// The effect on what is negated.
    var reversed: ChangeEffect {
        switch self {
        case .narrows: .widens
        case .widens: .narrows
        case .either, .none: self
        }
    }

    /// The effect where it is not known which way it goes.
    var blurred: ChangeEffect { self == .none ? .none : .either }
}
