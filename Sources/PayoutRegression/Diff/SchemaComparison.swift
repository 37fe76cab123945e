import JSONSchema
import PayoutVectors
import StrictJSON

/// Compares two schemas by what they mean, place by place.
struct SchemaComparison {
    typealias NodeID = SchemaModel.NodeID

    /// Where the comparison stops, and says so.
    struct Limits {
        /// Deeper places are not compared.
        var depth = 40
        /// More changes of one message are not listed.
        var count = 10_000
        /// Definitions that are used several times each lead to more places than can be compared.
        var visitCount = 200_000
    }

    private struct Pair: Hashable {
        let old: NodeID
        let new: NodeID
    }

    let old: SchemaModel
    let new: SchemaModel
    private let limits: Limits
    private(set) var differences: [SchemaDifference] = []
    private var open: [Pair] = []
    private var visitCount = 0
    /// How many differences were met, the ones that are listed elsewhere or mean the same among them.
    private var metCount = 0
    private var equivalenceCount = 0
    private var isStopped = false
    /// What must stand at the place for a branch to apply.
    private var hosts: (old: NodeID, new: NodeID)?

    init(old: SchemaModel, new: SchemaModel, limits: Limits = Limits()) {
        self.old = old
        self.new = new
        self.limits = limits
        compare(old.root, new.root, at: .root)
        if old.isCutOff || new.isCutOff {
            stop("one of the schemas leads to more than \(SchemaModel.maximumNodeCount) other ones", at: .root)
        }
        guard differences.isEmpty, equivalenceCount == 0, old.digest(of: old.root) != new.digest(of: new.root) else {
            return
        }
        add(.notCompared, at: .root, after: Self.notUnderstood, detail: detail([old.root], [new.root]))
    }

    private static let notUnderstood = "the schemas differ here in a way that is not understood"

    mutating func add(
        _ kind: ChangeKind,
        at pointer: JSONPointer,
        name: String? = nil,
        before: String? = nil,
        after: String? = nil,
        effect: ChangeEffect? = nil,
        text: String? = nil,
        rule: String? = nil,
        detail: String? = nil
    ) {
        metCount += 1
        guard differences.count < limits.count || kind == .notCompared else { return stop(tooMany, at: pointer) }
        differences.append(
            SchemaDifference(
                kind: kind,
                pointer: pointer,
                name: name,
                before: before,
                after: after,
                effect: effect,
                text: text,
                hosts: hosts,
                rule: rule,
                detail: detail
            )
        )
    }

    /// What the nodes of a change demand, for changes that no text says in full.
    func detail(_ gone: [NodeID?], _ come: [NodeID?]) -> String {
        let digests = (gone.map { $0.map(old.digest) }, come.map { $0.map(new.digest) })
        func text(_ digests: [UInt64?]) -> String {
            digests.map { $0.map { String($0, radix: 16) } ?? "none" }.joined(separator: " ")
        }
        return "\(text(digests.0)) became \(text(digests.1))"
    }

    /// Takes note of a difference in words that means the same on both sides.
    mutating func passEquivalent() {
        metCount += 1
        equivalenceCount += 1
    }

    /// Says once that not everything is compared, at the first place where that is so.
    private mutating func stop(_ reason: String, at pointer: JSONPointer, detail: String? = nil) {
        metCount += 1
        guard !isStopped else { return }
        isStopped = true
        add(.notCompared, at: pointer, after: reason, detail: detail)
    }

    /// Compares two nodes; equal ones, and pairs that are being compared further out, are passed over.
    mutating func compare(_ oldID: NodeID, _ newID: NodeID, at pointer: JSONPointer) {
        let pair = Pair(old: oldID, new: newID)
        guard old.digest(of: oldID) != new.digest(of: newID) else { return }
        // What differs is listed where the circle was entered.
        if open.contains(pair) {
            metCount += 1
            return
        }
        visitCount += 1
        if let reason = limit { return stop(reason, at: pointer, detail: detail([oldID], [newID])) }
        open.append(pair)
        defer { open.removeLast() }
        let count = metCount
        compareDemands(oldID, newID, at: pointer)
        guard metCount == count else { return }
        add(.notCompared, at: pointer, after: Self.notUnderstood, detail: detail([oldID], [newID]))
    }

    private var tooMany: String { "more than \(limits.count) changes of one message are not listed" }

    /// The limit that is reached, as a reason for people.
    private var limit: String? {
        if open.count >= limits.depth { return "differences more than \(limits.depth) places deep are left out" }
        if visitCount > limits.visitCount {
            return "differences are left out after \(limits.visitCount) places that were compared"
        }
        return differences.count >= limits.count ? tooMany : nil
    }

    private mutating func compareDemands(_ oldID: NodeID, _ newID: NodeID, at pointer: JSONPointer) {
        let (before, after) = (old[oldID], new[newID])
        guard !before.isNever, !after.isNever else {
            guard before.isNever != after.isNever else { return compareRules(before, after, at: pointer) }
            let kind: ChangeKind = before.isNever ? .valuePermitted : .valueForbidden
            return add(kind, at: pointer, detail: detail([oldID], [newID]))
        }
        compareTypes(before, after, at: pointer)
        compareNumbers(before, after, at: pointer)
        compareTexts(before, after, at: pointer)
        compareAnnotations(before, after, at: pointer)
        if !before.types.isDisjoint(with: .array), !after.types.isDisjoint(with: .array) {
            compareArrays(before, after, at: pointer)
        }
        if !before.types.isDisjoint(with: .object), !after.types.isDisjoint(with: .object) {
            compareObjects(before, after, oldID, newID, at: pointer)
        }
        compareBranches(before, after, oldID, newID, at: pointer)
    }

    /// Compares what holds in a branch alone.
    mutating func compareBranch(
        _ branch: (old: NodeID, new: NodeID),
        hosts inner: (old: [NodeID], new: [NodeID]),
        at pointer: JSONPointer
    ) {
        let outer = hosts
        hosts = (old.node(joining: inner.old), new.node(joining: inner.new))
        compare(branch.old, branch.new, at: pointer)
        hosts = outer
    }

    private mutating func compareTypes(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
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
            let kind = before.values == nil ? ChangeKind.valuesListed : .valuesOpened
            return add(kind, at: pointer, before: text(before.values), after: text(after.values))
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

    private mutating func compareNumbers(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
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
        add(kind, at: pointer, before: text(before.multiples), after: text(after.multiples))
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

    private mutating func compareTexts(_ before: NormalSchema, _ after: NormalSchema, at pointer: JSONPointer) {
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
        var gone = before.subtracting(after).sorted()
        var come = after.subtracting(before).sorted()
        while let first = gone.first, let second = come.first {
            gone.removeFirst()
            come.removeFirst()
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
        for pattern in gone { add(.patternRemoved, at: pointer, before: pattern) }
        for pattern in come { add(.patternAdded, at: pointer, after: pattern) }
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
