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
        for keyword in Set(before.opaque.keys).union(after.opaque.keys).sorted()
        where before.opaque[keyword] != after.opaque[keyword] {
            let values = [before, after].map { NodeText.canonical(Array($0.opaque[keyword] ?? [])) }
            add(.keywordChanged, at: pointer, before: keyword, after: keyword, detail: "\(values)")
        }
    }

    private mutating func compareChoices(
        _ before: [NormalSchema.Choice],
        _ after: [NormalSchema.Choice],
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        var come = after
        for first in before {
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
        if before.isExclusive != after.isExclusive {
            add(
                after.isExclusive ? .choiceMadeExclusive : .choiceMadeInclusive,
                at: pointer,
                detail: detail(branches(of: before, old), branches(of: after, new))
            )
        }
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

    private mutating func compareConditions(
        _ before: [NormalSchema.Condition],
        _ after: [NormalSchema.Condition],
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        let pairing = Pairing(before, after) { old.digest(of: $0.test) == new.digest(of: $1.test) }
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
            add(.conditionChanged, at: pointer, detail: detail(first.nodes, second.nodes))
        }
        for first in pairing.removed { add(.conditionRemoved, at: pointer, detail: detail(first.nodes, [])) }
        for second in pairing.added { add(.conditionAdded, at: pointer, detail: detail([], second.nodes)) }
    }

    private mutating func compareProhibitions(_ before: [NodeID], _ after: [NodeID], at pointer: JSONPointer) {
        let pairing = Pairing(before, after) { old.digest(of: $0) == new.digest(of: $1) }
        for (first, second) in pairing.changed {
            add(
                .prohibitionChanged,
                at: pointer,
                before: summary(old[first]),
                after: summary(new[second]),
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

    mutating func compareAnnotations(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        compareChecks(before.checks, after.checks, at: pointer)
        for echo in after.echoes.subtracting(before.echoes).sorted() { add(.echoAdded, at: pointer, after: echo) }
        for echo in before.echoes.subtracting(after.echoes).sorted() { add(.echoRemoved, at: pointer, before: echo) }
        if before.sensitivity != after.sensitivity {
            add(
                .sensitivityChanged,
                at: pointer,
                before: before.sensitivity.sorted().joined(separator: ", "),
                after: after.sensitivity.sorted().joined(separator: ", ")
            )
        }
        compareRules(before, after, at: pointer)
        switch (before.advice, after.advice) {
        case (nil, let second?): add(.adviceAdded, at: pointer, detail: detail([], [second]))
        case (let first?, nil): add(.adviceRemoved, at: pointer, detail: detail([first], []))
        case (let first?, let second?) where old.digest(of: first) != new.digest(of: second):
            add(.adviceChanged, at: pointer, detail: detail([first], [second]))
        default: break
        }
    }

    /// Compares which rules failing keywords are said to break; a keyword without a rule breaks its usual one.
    mutating func compareRules(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        for keyword in Set(before.rules.keys).union(after.rules.keys).sorted() {
            let (first, second) = (before.rules[keyword], after.rules[keyword])
            guard first != second else { continue }
            add(
                .keywordRuleChanged,
                at: pointer,
                name: keyword,
                before: first?.sorted().joined(separator: ", "),
                after: second?.sorted().joined(separator: ", ")
            )
        }
    }

    private mutating func compareChecks(
        _ before: Set<NormalSchema.Check>,
        _ after: Set<NormalSchema.Check>,
        at pointer: JSONPointer
    ) {
        func sorted(_ checks: Set<NormalSchema.Check>) -> [NormalSchema.Check] {
            checks.sorted { ($0.keyword, $0.rule, $0.limit) < ($1.keyword, $1.rule, $1.limit) }
        }
        var come = sorted(after.subtracting(before))
        for first in sorted(before.subtracting(after)) {
            guard let place = come.firstIndex(where: { $0.keyword == first.keyword }) else {
                add(.checkRemoved, first, at: pointer)
                continue
            }
            let second = come.remove(at: place)
            if first.limit != second.limit {
                let kind: ChangeKind = second.limit > first.limit ? .checkLimitRaised : .checkLimitLowered
                add(
                    kind,
                    at: pointer,
                    name: first.keyword,
                    before: String(first.limit),
                    after: String(second.limit),
                    rule: second.rule.rawValue
                )
            } else {
                add(
                    .keywordRuleChanged,
                    at: pointer,
                    name: first.keyword,
                    before: first.rule.rawValue,
                    after: second.rule.rawValue
                )
            }
        }
        for second in come { add(.checkAdded, second, at: pointer) }
    }

    private mutating func add(_ kind: ChangeKind, _ check: NormalSchema.Check, at pointer: JSONPointer) {
        let rule = check.rule.rawValue
        add(kind, at: pointer, name: check.keyword, rule: rule, detail: "\(rule) \(check.limit)")
    }
}

extension NormalSchema.Condition {
    fileprivate var nodes: [NormalSchema.NodeID?] { [test, then, otherwise] }
}
