import PayoutContract
import StrictJSON

/// Finds the mutants that no body can tell from the contract, because another schema object says the same.
///
/// A schema object that always applies to the same value, in every message, and refuses what the mutant lets through
/// leaves the verdict as it was. The reason names it.
struct Redundancy {
    private struct Meeting: Hashable {
        let type: MessageType
        let instance: JSONPointer
    }

    private let library: SchemaLibrary
    /// Where the values are that a schema object meets.
    private var meetings: [SchemaPlace: Set<Meeting>] = [:]
    /// The schema objects that always apply to a value.
    private var always: [Meeting: Set<SchemaPlace>] = [:]

    /// Makes an index without a body.
    init(_ library: SchemaLibrary) {
        self.library = library
    }

    /// Takes note of where the schema objects meet the values of a body.
    mutating func insert(_ sites: [SchemaSite], of type: MessageType) {
        for site in sites where site.isPresent {
            let meeting = Meeting(type: type, instance: site.instance)
            meetings[site.schema, default: []].insert(meeting)
            if !site.isConditional, !site.isAdvisory { always[meeting, default: []].insert(site.schema) }
        }
    }

    /// Why the alteration changes nothing, or nil when it may.
    func reason(_ constraint: Constraint, _ alteration: Alteration) -> String? {
        switch constraint.keyword {
        case "type": typeReason(constraint, alteration)
        case "required" where constraint.role == .condition: nameReason(constraint, alteration)
        default: nil
        }
    }

    /// A condition that wants a member which is required anyway: a body without it is refused in any case.
    private func nameReason(_ constraint: Constraint, _ alteration: Alteration) -> String? {
        let names = constraint.value.elements?.compactMap(\.string) ?? []
        let left = alteration.replacement?.elements?.compactMap(\.string) ?? []
        guard let dropped = names.first(where: { !left.contains($0) }) else { return nil }
        return everywhere(beside: constraint.schema) { schema in
            schema["required"]?.elements?.contains(.string(dropped)) ?? false
        }
        .map { "\(dropped) is required there anyway, by \($0)" }
    }

    /// Types that the mutant treats otherwise, and that another `type` refuses anyway.
    private func typeReason(_ constraint: Constraint, _ alteration: Alteration) -> String? {
        let own = ValueTypes.of(keyword: constraint.value)
        let other = alteration.replacement.map(ValueTypes.of(keyword:)) ?? .all
        let changed = own.symmetricDifference(other)
        return everywhere(beside: constraint.schema) { schema in
            schema["type"].map { ValueTypes.of(keyword: $0).isDisjoint(with: changed) } ?? false
        }
        .map { "what it would treat otherwise is refused there anyway, by \($0)" }
    }

    /// A schema object for which something holds beside another, at every value that the other one meets.
    private func everywhere(beside place: SchemaPlace, _ holds: (JSONTree) -> Bool) -> SchemaPlace? {
        var found: [SchemaPlace] = []
        for meeting in meetings[place] ?? [] {
            let others = always[meeting]?.filter { $0 != place && library[$0].map(holds) ?? false } ?? []
            guard let first = others.min(by: { $0.description < $1.description }) else { return nil }
            found.append(first)
        }
        return found.min { $0.description < $1.description }
    }
}
