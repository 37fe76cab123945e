import PayoutContract
import PayoutVectors
import StrictJSON

extension SchemaComparison {
    mutating func compareArrays(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        compareCounts(
            (before.minimumCount, after.minimumCount),
            raised: .minimumItemsRaised,
            lowered: .minimumItemsLowered,
            at: pointer
        )
        compareLimits(
            (before.maximumCount, after.maximumCount),
            (.maximumItemsAdded, .maximumItemsRemoved, .maximumItemsRaised, .maximumItemsLowered),
            at: pointer
        )
        if before.hasUniqueElements != after.hasUniqueElements {
            add(after.hasUniqueElements ? .uniqueItemsDemanded : .uniqueItemsDropped, at: pointer)
        }
        let count = max(before.prefix.count, after.prefix.count)
        for position in 0...count where position < count || before.rest != nil || after.rest != nil {
            let first = position < before.prefix.count ? before.prefix[position] : before.rest ?? old.node([])
            let second = position < after.prefix.count ? after.prefix[position] : after.rest ?? new.node([])
            compare(first, second, at: pointer.appending(position))
        }
        compareContained(before, after, at: pointer)
    }

    private mutating func compareContained(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        func text(_ contained: NormalSchema.Containment) -> String {
            "\(contained.minimum) to \(contained.maximum.map(String.init) ?? "any number")"
        }
        let (first, second) = (demands(before.contained, old), demands(after.contained, new))
        let pairing = Pairing(first, second) { old.digest(of: $0.element) == new.digest(of: $1.element) }
        let recounted = pairing.kept.filter { ($0.minimum, $0.maximum) != ($1.minimum, $1.maximum) }
        for (first, second) in recounted + pairing.changed {
            add(
                .containedElementChanged,
                at: pointer,
                before: text(first),
                after: text(second),
                effect: effect(first, second),
                detail: detail([first.element], [second.element])
            )
        }
        for first in pairing.removed {
            add(.containedElementRemoved, at: pointer, before: text(first), detail: detail([first.element], []))
        }
        for second in pairing.added {
            add(.containedElementAdded, at: pointer, after: text(second), detail: detail([], [second.element]))
        }
    }

    /// The demands, each once, without those that any array meets.
    private func demands(
        _ contained: [NormalSchema.Containment],
        _ model: SchemaModel
    ) -> [NormalSchema.Containment] {
        contained.filter { $0.minimum > 0 || $0.maximum != nil || model.unevaluatedCount > 0 }
            .unique(by: { "\(model.digest(of: $0.element)) \($0.minimum) \($0.maximum ?? -1)" })
    }

    /// More elements count when more is allowed for them: that helps the least number, and hurts the greatest.
    private func effect(_ first: NormalSchema.Containment, _ second: NormalSchema.Containment) -> ChangeEffect {
        let element = effect(first.element, second.element)
        var effect = ChangeEffect.none
        if first.minimum > 0 || second.minimum > 0 { effect = element }
        if first.maximum != nil || second.maximum != nil { effect = effect.joined(with: element.reversed) }
        if first.minimum != second.minimum {
            effect = effect.joined(with: second.minimum > first.minimum ? .narrows : .widens)
        }
        let (most, mostNow) = (first.maximum ?? .max, second.maximum ?? .max)
        return most == mostNow ? effect : effect.joined(with: mostNow < most ? .narrows : .widens)
    }

    mutating func compareObjects(
        _ before: NormalSchema,
        _ after: NormalSchema,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        for name in after.required.subtracting(before.required).sorted() {
            add(.memberRequired, at: pointer, name: name)
        }
        for name in before.required.subtracting(after.required).sorted() {
            add(.memberOptional, at: pointer, name: name)
        }
        let names = before.names + after.names.filter { before.members[$0] == nil }
        for name in names { compareMember(name, before, after, oldID, newID, at: pointer) }
        compareOthers(before, after, at: pointer)
        compareNamePatterns(before, after, at: pointer)
        compareCounts(
            (before.minimumMembers, after.minimumMembers),
            raised: .minimumMembersRaised,
            lowered: .minimumMembersLowered,
            at: pointer
        )
        compareLimits(
            (before.maximumMembers, after.maximumMembers),
            (.maximumMembersAdded, .maximumMembersRemoved, .maximumMembersRaised, .maximumMembersLowered),
            at: pointer
        )
        compareDependencies(before, after, oldID, newID, at: pointer)
    }

    private mutating func compareMember(
        _ name: String,
        _ before: NormalSchema,
        _ after: NormalSchema,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        let (first, second) = (old.member(name, of: oldID), new.member(name, of: newID))
        let place = pointer.appending(name)
        let (wasNever, isNever) = (old[first].isNever, new[second].isNever)
        if wasNever != isNever {
            let kind: ChangeKind = wasNever ? .memberPermitted : .memberForbidden
            add(kind, at: pointer, name: name, detail: detail([first], [second]))
        } else if before.members[name] == nil || after.members[name] == nil {
            let isSame = old.digest(of: first) == new.digest(of: second)
            // A member that may be anything is described where it matters what is described.
            if isSame, old.unevaluatedCount + new.unevaluatedCount == 0 { return passEquivalent() }
            add(
                before.members[name] == nil ? .memberDescribed : .memberUndescribed,
                at: pointer,
                name: name,
                effect: isSame ? .either : effect(first, second),
                detail: detail([first], [second])
            )
        } else {
            compare(first, second, at: place)
        }
    }

    private mutating func compareOthers(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        let first = before.others ?? old.node([])
        let second = after.others ?? new.node([])
        switch (old[first].isNever, new[second].isNever) {
        case (true, true): compare(first, second, at: pointer)
        case (true, false): add(.othersPermitted, at: pointer, detail: detail([], [second]))
        case (false, true): add(.othersForbidden, at: pointer, detail: detail([first], []))
        case (false, false): compare(first, second, at: pointer.appending("another_member"))
        }
    }

    private mutating func compareNamePatterns(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        var random = SeededRandom(seed: 1)
        for pattern in Set(before.patternMembers.keys).union(after.patternMembers.keys).sorted() {
            switch (before.patternMembers[pattern], after.patternMembers[pattern]) {
            case (let first?, let second?):
                let name = PatternTexts.example(of: pattern, using: &random)
                compare(first, second, at: pointer.appending(name ?? pattern))
            case (nil, let second?):
                // Without the pattern its names belong to other patterns, or to the members that are not described.
                let effect = effect(before.others ?? old.node([]), second)
                let isAlone = before.patternMembers.isEmpty && after.patternMembers.count == 1
                add(
                    .namePatternAdded,
                    at: pointer,
                    after: pattern,
                    effect: isAlone || effect == .narrows ? effect : .either,
                    detail: detail([], [second])
                )
            case (let first?, nil):
                let effect = effect(first, after.others ?? new.node([]))
                let isAlone = after.patternMembers.isEmpty && before.patternMembers.count == 1
                add(
                    .namePatternRemoved,
                    at: pointer,
                    before: pattern,
                    effect: isAlone || effect == .widens ? effect : .either,
                    detail: detail([first], [])
                )
            case (nil, nil): continue
            }
        }
        compareNames(
            before.nameSchema.flatMap { old.isSilent($0) ? nil : $0 },
            after.nameSchema.flatMap { new.isSilent($0) ? nil : $0 },
            at: pointer
        )
    }

    private mutating func compareNames(_ before: NodeID?, _ after: NodeID?, at pointer: JSONPointer) {
        switch (before, after) {
        case (nil, let second?): add(.namesRestricted, at: pointer, detail: detail([], [second]))
        case (let first?, nil): add(.namesFreed, at: pointer, detail: detail([first], []))
        case (let first?, let second?) where old.digest(of: first) != new.digest(of: second):
            add(.namesChanged, at: pointer, effect: effect(first, second), detail: detail([first], [second]))
        default: break
        }
    }

    private mutating func compareDependencies(
        _ before: NormalSchema,
        _ after: NormalSchema,
        _ oldID: NodeID,
        _ newID: NodeID,
        at pointer: JSONPointer
    ) {
        for name in Set(before.dependentNames.keys).union(after.dependentNames.keys).sorted() {
            let (first, second) = (before.dependentNames[name] ?? [], after.dependentNames[name] ?? [])
            for other in second.subtracting(first).sorted() {
                add(.dependencyAdded, at: pointer, name: name, after: other)
            }
            for other in first.subtracting(second).sorted() {
                add(.dependencyRemoved, at: pointer, name: name, before: other)
            }
        }
        let first = before.dependentSchemas.filter { !old.isSilent($0.value) }
        let second = after.dependentSchemas.filter { !new.isSilent($0.value) }
        for name in Set(first.keys).union(second.keys).sorted() {
            switch (first[name], second[name]) {
            case (let first?, let second?):
                compareBranch((first, second), hosts: ([oldID, first], [newID, second]), at: pointer)
            case (nil, let second):
                add(.dependencyAdded, at: pointer, name: name, after: "a schema", detail: detail([], [second]))
            case (let first, nil):
                add(.dependencyRemoved, at: pointer, name: name, before: "a schema", detail: detail([first], []))
            }
        }
    }
}
