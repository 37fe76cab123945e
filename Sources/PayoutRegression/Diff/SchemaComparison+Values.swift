import JSONSchema
import StrictJSON

extension SchemaComparison {
    mutating func compareTypes(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        if before.values != nil || after.values != nil { return compareValues(before, after, at: pointer) }
        for type in after.types.subtracting(before.types).each {
            switch type {
            case .null: add(.nullAllowed, at: pointer, before: text(before.types), after: text(after.types))
            case .fraction where before.types.contains(.integer):
                add(.fractionsAllowed, at: pointer, before: "integer", after: "number")
            case .fraction where after.types.contains(.integer): continue
            default: add(.typeAdded, at: pointer, before: text(before.types), after: typeName(type, after))
            }
        }
        for type in before.types.subtracting(after.types).each {
            switch type {
            case .null: add(.nullForbidden, at: pointer, before: text(before.types), after: text(after.types))
            case .fraction where after.types.contains(.integer):
                add(.fractionsForbidden, at: pointer, before: "number", after: "integer")
            case .fraction where before.types.contains(.integer): continue
            default: add(.typeRemoved, at: pointer, before: typeName(type, before), after: text(after.types))
            }
        }
    }

    private func text(_ types: ValueTypes) -> String { types.names.joined(separator: ", ") }

    private func typeName(_ type: ValueTypes, _ schema: NormalSchema) -> String {
        type == .integer && schema.types.contains(.fraction) ? "number" : type.names.joined()
    }

    private mutating func compareValues(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        func text(_ values: [JSONTree]?) -> String {
            values?.map { JSONWriter.compact.writeString($0) }.joined(separator: ", ") ?? "any"
        }
        guard let first = before.values, let second = after.values else {
            let isListed = before.values == nil
            // Values of a type that the other side does not allow at all come or go the other way.
            let isSubset =
                isListed ? before.types.isSuperset(of: after.types) : after.types.isSuperset(of: before.types)
            return add(
                isListed ? .valuesListed : .valuesOpened,
                at: pointer,
                before: text(before.values),
                after: text(after.values),
                effect: isSubset ? nil : .either
            )
        }
        let added = second.filter { value in !first.contains { JSONEquality.areEqual($0, value) } }
        let removed = first.filter { value in !second.contains { JSONEquality.areEqual($0, value) } }
        if first.count == 1, second.count == 1, !added.isEmpty {
            return add(.constantChanged, at: pointer, before: text(first), after: text(second))
        }
        for value in added {
            add(value == .null ? .nullAllowed : .valueAdded, at: pointer, after: text([value]))
        }
        for value in removed {
            add(value == .null ? .nullForbidden : .valueRemoved, at: pointer, before: text([value]))
        }
    }

    mutating func compareNumbers(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        guard !before.types.isDisjoint(with: .number), !after.types.isDisjoint(with: .number) else { return }
        compareBound(before.lower, after.lower, isLower: true, at: pointer)
        compareBound(before.upper, after.upper, isLower: false, at: pointer)
        guard before.multiples != after.multiples else { return }
        func text(_ multiples: Set<JSONNumber>) -> String? {
            multiples.isEmpty ? nil : multiples.map(\.literal).sorted().joined(separator: ", ")
        }
        let kind: ChangeKind =
            after.multiples.isSuperset(of: before.multiples)
            ? .multipleAdded : after.multiples.isSubset(of: before.multiples) ? .multipleRemoved : .multipleChanged
        func implies(_ some: Set<JSONNumber>, _ others: Set<JSONNumber>) -> Bool {
            others.allSatisfy { divisor in some.contains { $0.isMultiple(of: divisor) } }
        }
        var effect = ChangeEffect.either
        if implies(before.multiples, after.multiples) { effect = .widens }
        if implies(after.multiples, before.multiples) { effect = effect == .widens ? .none : .narrows }
        add(kind, at: pointer, before: text(before.multiples), after: text(after.multiples), effect: effect)
    }

    private mutating func compareBound(
        _ before: NormalSchema.Bound?,
        _ after: NormalSchema.Bound?,
        isLower: Bool,
        at pointer: JSONPointer
    ) {
        guard before != after else { return }
        func text(_ bound: NormalSchema.Bound?) -> String? {
            bound.map { $0.isExclusive ? "\($0.value) itself left out" : $0.value.literal }
        }
        let kind: ChangeKind
        switch (before, after) {
        case (nil, _): kind = isLower ? .minimumAdded : .maximumAdded
        case (_, nil): kind = isLower ? .minimumRemoved : .maximumRemoved
        case (let before?, let after?):
            let isHigher =
                before.value == after.value ? after.isExclusive == isLower : after.value > before.value
            kind =
                isLower
                ? (isHigher ? .minimumRaised : .minimumLowered) : (isHigher ? .maximumRaised : .maximumLowered)
        }
        add(kind, at: pointer, before: text(before), after: text(after))
    }

    mutating func compareTexts(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
        guard before.types.contains(.string), after.types.contains(.string) else { return }
        compareCounts(
            (before.minimumLength, after.minimumLength),
            raised: .minimumLengthRaised,
            lowered: .minimumLengthLowered,
            at: pointer
        )
        compareLimits(
            (before.maximumLength, after.maximumLength),
            (.maximumLengthAdded, .maximumLengthRemoved, .maximumLengthRaised, .maximumLengthLowered),
            at: pointer
        )
        comparePatterns(before.patterns, after.patterns, at: pointer)
        if before.formats != after.formats {
            add(
                .formatChanged,
                at: pointer,
                before: before.formats.sorted().joined(separator: ", "),
                after: after.formats.sorted().joined(separator: ", ")
            )
        }
    }

    private mutating func comparePatterns(_ before: Set<String>, _ after: Set<String>, at pointer: JSONPointer) {
        let pairing = Pairing(before.sorted(), after.sorted(), by: ==)
        for (first, second) in pairing.changed {
            let lost = PatternComparison(matchedBy: first, notBy: second)
            let won = PatternComparison(matchedBy: second, notBy: first)
            // Two ways to write the same texts are no change.
            if lost == .included, won == .included {
                passEquivalent()
                continue
            }
            var effect = ChangeEffect.either
            var text: String?
            if case .differs(let example) = won { text = example }
            if case .differs(let example) = lost { text = example }
            if lost == .included { effect = .widens }
            if won == .included { effect = .narrows }
            add(.patternChanged, at: pointer, before: first, after: second, effect: effect, text: text)
        }
        for pattern in pairing.removed { add(.patternRemoved, at: pointer, before: pattern) }
        for pattern in pairing.added { add(.patternAdded, at: pointer, after: pattern) }
    }

    mutating func compareCounts(
        _ counts: (before: Int, after: Int),
        raised: ChangeKind,
        lowered: ChangeKind,
        at pointer: JSONPointer
    ) {
        guard counts.before != counts.after else { return }
        let kind = counts.after > counts.before ? raised : lowered
        add(kind, at: pointer, before: String(counts.before), after: String(counts.after))
    }

    mutating func compareLimits(
        _ limits: (before: Int?, after: Int?),
        _ kinds: (added: ChangeKind, removed: ChangeKind, raised: ChangeKind, lowered: ChangeKind),
        at pointer: JSONPointer
    ) {
        guard limits.before != limits.after else { return }
        let kind: ChangeKind
        switch limits {
        case (nil, _): kind = kinds.added
        case (_, nil): kind = kinds.removed
        case (let before?, let after?): kind = after > before ? kinds.raised : kinds.lowered
        }
        add(kind, at: pointer, before: limits.before.map(String.init), after: limits.after.map(String.init))
    }
}
