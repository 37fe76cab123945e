import PayoutContract
import PayoutVectors
import StrictJSON

extension SchemaComparison {
    mutating func compareBranches(
        _ before: NormalSchema,
        _ after: NormalSchema,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        compareChoices(before.choices, after.choices, oldID, newID, at: pointer)
        compareConditions(before.conditions, after.conditions, oldID, newID, at: pointer)
        compareProhibitions(before.prohibitions, after.prohibitions, at: pointer)
        compareUnevaluated(before.unevaluated, after.unevaluated, at: pointer)
        for keyword in Set(before.opaque.keys).union(after.opaque.keys).sorted()
        where before.opaque[keyword] != after.opaque[keyword] {
            let values = [before, after].map { NodeText.canonical(Array($0.opaque[keyword] ?? [])) }
            add(.keywordChanged, at: pointer, before: keyword, after: keyword, detail: "\(values)")
        }
    }

    private mutating func compareUnevaluated(
        _ before: [NormalSchema.Unevaluated],
        _ after: [NormalSchema.Unevaluated],
        at pointer: JSONPointer
    ) {
        func key(_ item: NormalSchema.Unevaluated, _ model: SchemaModel) -> String {
            "\(item.keyword) \(model.digest(of: item.element)) \(item.scope.map(model.digest) ?? 0)"
        }
        let pairing = Pairing(
            before.unique { key($0, old) },
            after.unique { key($0, new) },
            by: { key($0, old) == key($1, new) }
        )
        for (first, second) in pairing.changed {
            let detail = detail([first.element, first.scope], [second.element, second.scope])
            add(.keywordChanged, at: pointer, before: first.keyword, after: second.keyword, detail: detail)
        }
        for first in pairing.removed {
            let detail = detail([first.element, first.scope], [])
            add(.unevaluatedDropped, at: pointer, before: first.keyword, detail: detail)
        }
        for second in pairing.added {
            let detail = detail([], [second.element, second.scope])
            add(.unevaluatedDemanded, at: pointer, after: second.keyword, detail: detail)
        }
    }

    private mutating func compareChoices(
        _ before: [NormalSchema.Choice],
        _ after: [NormalSchema.Choice],
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        func distinct(_ choices: [NormalSchema.Choice], _ model: SchemaModel) -> [NormalSchema.Choice] {
            choices.unique { "\(model.isExclusive($0)) \($0.branches.map(model.digest).sorted())" }
        }
        var come = distinct(after, new)
        for first in distinct(before, old) {
            let digests = Set(first.branches.map { old.digest(of: $0) })
            // The partner is the choice with the most branches in common.
            let best = come.indices.max { one, other in
                common(digests, come[one]) < common(digests, come[other])
            }
            guard let best else {
                add(.choiceRemoved, at: pointer, detail: detail(branches(of: first, old), []))
                continue
            }
            compareChoice(first, come.remove(at: best), oldID, newID, at: pointer)
        }
        for second in come { add(.choiceAdded, at: pointer, detail: detail([], branches(of: second, new))) }
    }

    /// The branches in an order that does not depend on how the schema is written.
    private func branches(of choice: NormalSchema.Choice, _ model: SchemaModel) -> [NodeID] {
        choice.branches.sorted { model.digest(of: $0) < model.digest(of: $1) }
    }

    private func common(_ digests: Set<UInt64>, _ choice: NormalSchema.Choice) -> Int {
        choice.branches.count { digests.contains(new.digest(of: $0)) }
    }

    private mutating func compareChoice(
        _ before: NormalSchema.Choice,
        _ after: NormalSchema.Choice,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        let (wasExclusive, isExclusive) = (old.isExclusive(before), new.isExclusive(after))
        if wasExclusive != isExclusive {
            add(
                isExclusive ? .choiceMadeExclusive : .choiceMadeInclusive,
                at: pointer,
                detail: detail(branches(of: before, old), branches(of: after, new))
            )
        }
        exclusively(wasExclusive || isExclusive) { $0.compareBranches(before, after, oldID, newID, at: pointer) }
    }

    private mutating func compareBranches(
        _ before: NormalSchema.Choice,
        _ after: NormalSchema.Choice,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        let exact = Pairing(before.branches, after.branches) { old.digest(of: $0) == new.digest(of: $1) }
        let alike = Pairing(exact.gone, exact.come, by: { looksAlike($0, $1) })
        for (branch, other) in alike.kept {
            compareBranch((branch, other), hosts: ([oldID, branch], [newID, other]), at: pointer)
        }
        for branch in alike.gone {
            add(.alternativeRemoved, at: pointer, before: summary(old[branch]), detail: detail([branch], []))
        }
        for branch in alike.come {
            add(.alternativeAdded, at: pointer, after: summary(new[branch]), detail: detail([], [branch]))
        }
    }

    /// Whether two branches are meant for the same values: the same types, and the same constants or required names.
    private func looksAlike(_ first: NodeID, _ second: NodeID) -> Bool {
        let (before, after) = (old[first], new[second])
        guard !before.types.isDisjoint(with: after.types) else { return false }
        let constants = constants(before, old)
        if !constants.isEmpty { return constants == self.constants(after, new) }
        if before.types != .object || after.types != .object { return before.types == after.types }
        return !before.required.isDisjoint(with: after.required) || before.required == after.required
    }

    private func constants(_ schema: NormalSchema, _ model: SchemaModel) -> [String: JSONTree] {
        schema.members.compactMapValues { child in
            let values = model[child].values
            return values?.count == 1 ? values?.first : nil
        }
    }

    private func summary(_ schema: NormalSchema) -> String {
        if !schema.required.isEmpty { return "with \(schema.required.sorted().joined(separator: ", "))" }
        if let values = schema.values {
            return values.map { JSONWriter.compact.writeString($0) }.joined(separator: ", ")
        }
        return schema.types.names.joined(separator: ", ")
    }

    /// When a condition applies, as far as constants and required names say: `if type is "card"`.
    private func summary(of condition: NormalSchema.Condition, _ model: SchemaModel) -> String {
        let test = model[condition.test]
        let constants = constants(test, model).sorted { $0.key < $1.key }
            .map { "\($0.key) is \(JSONWriter.compact.writeString($0.value))" }
        if !constants.isEmpty { return "if \(constants.joined(separator: ", "))" }
        return "if \(summary(test))"
    }

    private mutating func compareConditions(
        _ before: [NormalSchema.Condition],
        _ after: [NormalSchema.Condition],
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        let pairing = Pairing(
            demands(before, old),
            demands(after, new),
            by: { old.digest(of: $0.test) == new.digest(of: $1.test) }
        )
        for (first, second) in pairing.kept {
            compareBranch(
                (first.then ?? old.node([]), second.then ?? new.node([])),
                hosts: (
                    [oldID, first.test] + [first.then].compactMap(\.self),
                    [newID, second.test] + [second.then].compactMap(\.self)
                ),
                at: pointer
            )
            compareBranch(
                (first.otherwise ?? old.node([]), second.otherwise ?? new.node([])),
                hosts: (
                    [oldID] + [first.otherwise].compactMap(\.self), [newID] + [second.otherwise].compactMap(\.self)
                ),
                at: pointer
            )
        }
        for (first, second) in pairing.changed {
            add(
                .conditionChanged,
                at: pointer,
                before: summary(of: first, old),
                after: summary(of: second, new),
                detail: detail(first.nodes, second.nodes)
            )
        }
        for first in pairing.removed {
            add(.conditionRemoved, at: pointer, before: summary(of: first, old), detail: detail(first.nodes, []))
        }
        for second in pairing.added {
            add(.conditionAdded, at: pointer, after: summary(of: second, new), detail: detail([], second.nodes))
        }
    }

    /// The conditions, each once, without those that ask for nothing.
    private func demands(_ conditions: [NormalSchema.Condition], _ model: SchemaModel) -> [NormalSchema.Condition] {
        let silent = model.node([])
        return
            conditions.filter { !model.isSilent($0.then ?? silent) || !model.isSilent($0.otherwise ?? silent) }
            .unique { [$0.test, $0.then ?? silent, $0.otherwise ?? silent].map(model.digest) }
    }

    private mutating func compareProhibitions(_ before: [NodeID], _ after: [NodeID], at pointer: JSONPointer) {
        let pairing = Pairing(
            before.unique(by: old.digest),
            after.unique(by: new.digest),
            by: { old.digest(of: $0) == new.digest(of: $1) }
        )
        for (first, second) in pairing.changed {
            add(
                .prohibitionChanged,
                at: pointer,
                before: summary(old[first]),
                after: summary(new[second]),
                effect: effect(first, second).reversed,
                detail: detail([first], [second])
            )
        }
        for first in pairing.removed {
            add(.prohibitionRemoved, at: pointer, before: summary(old[first]), detail: detail([first], []))
        }
        for second in pairing.added {
            add(.prohibitionAdded, at: pointer, after: summary(new[second]), detail: detail([], [second]))
        }
    }
}

extension NormalSchema.Condition {
    fileprivate var nodes: [NormalSchema.NodeID?] { [test, then, otherwise] }
}
