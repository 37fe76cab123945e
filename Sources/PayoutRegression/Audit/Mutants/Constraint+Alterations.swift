package import PayoutContract
import StrictJSON

extension Constraint {
    /// Every change of this keyword that the vectors have to notice: gone, and one step to either side.
    ///
    /// A change that can't be told from another one here is left out: an `enum` without one of its two values is there
    /// for each value, a `required` without its only name is the same as none.
    package var alterations: [Alteration] {
        switch keyword {
        case "type": typeAlterations
        case "enum": [.removed] + droppedElements { "without the value \($0)" }
        case "const": [.removed, Alteration("is another value", .string(Self.otherValue))]
        case "minLength", "minItems", "minProperties", "minContains", "maxLength", "maxItems", "maxProperties",
            "maxContains", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
            [.removed] + boundAlterations
        case "pattern": PatternAlterations.of(value.string ?? "")
        case "required": droppedElements { "without the name \($0)" }
        case "anyOf", "oneOf": [.removed] + (manyElements ? droppedElements { _ in "" }.numbered : [])
        case "if": [Alteration("always holds", true), Alteration("never holds", false)]
        case "x-maximum-bytes": [.removed] + limitAlterations
        default: [.removed]
        }
    }

    /// A value that no instance has.
    private static let otherValue = "no such value"

    private var manyElements: Bool { (value.elements?.count ?? 0) > 1 }

    /// The list without each of its elements.
    private func droppedElements(_ name: (String) -> String) -> [Alteration] {
        let elements = value.elements ?? []
        return elements.indices.map { position in
            var rest = elements
            let dropped = rest.remove(at: position)
            return Alteration(name(dropped.string ?? JSONWriter.compact.writeString(dropped)), .array(rest))
        }
    }

    private var typeAlterations: [Alteration] {
        let names = typeNames
        var alterations = [Alteration.removed]
        if names.count > 1 {
            alterations += droppedElements { "without \($0)" }
        }
        // A condition that also holds for values of another type meets only values that are refused for their type.
        guard role != .condition else { return alterations }
        if let mistaken = mistakenType {
            alterations.append(Alteration("with \(mistaken) as well", .array((names + [mistaken]).map { .string($0) })))
        }
        if names.contains("integer") {
            let wider = names.map { JSONTree.string($0 == "integer" ? "number" : $0) }
            alterations.append(Alteration("with number for integer", .array(wider)))
        }
        return alterations
    }

    /// The types that a `type` names.
    package var typeNames: [String] {
        value.string.map { [$0] } ?? value.elements?.compactMap(\.string) ?? []
    }

    /// The type that a value of these types is most often mistaken for, such as a string for a number; nil where it is
    /// allowed.
    package var mistakenType: String? {
        let names = typeNames
        let wanted = names.first { $0 != "null" }
        let mistaken: String
        switch wanted {
        case "string": mistaken = "integer"
        case "object": mistaken = "array"
        case "array": mistaken = "object"
        default: mistaken = "string"
        }
        if !names.contains(mistaken) { return mistaken }
        return names.contains("string") ? nil : "string"
    }

    /// A bound one higher and one lower; a length below zero is none.
    private var boundAlterations: [Alteration] {
        guard let bound = value.number?.int64 else { return [] }
        let isCount = keyword != "minimum" && keyword != "maximum" && !keyword.hasPrefix("exclusive")
        let isNoBound = isCount && keyword.hasPrefix("min") && bound == 1
        var alterations = [Alteration("is \(bound + 1)", .number(JSONNumber(bound + 1)))]
        if !isNoBound, !(isCount && bound == 0) {
            alterations.append(Alteration("is \(bound - 1)", .number(JSONNumber(bound - 1))))
        }
        return alterations
    }

    /// The limits of an annotation that gives each rule a number.
    private var limitAlterations: [Alteration] {
        (value.members ?? [])
            .flatMap { member -> [Alteration] in
                guard let limit = member.value.number?.int64 else { return [] }
                return [limit - 1, limit + 1]
                    .map { other in
                        var changed = value
                        changed[member.name] = .number(JSONNumber(other))
                        return Alteration("is \(other) for \(member.name)", changed)
                    }
            }
    }
}

extension [Alteration] {
    /// The same, named by the branch that is missing.
    fileprivate var numbered: [Alteration] {
        enumerated().map { Alteration("without branch \($0.offset)", $0.element.replacement) }
    }
}
