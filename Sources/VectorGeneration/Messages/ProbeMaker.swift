import PayoutContract
import PayoutRegression
import StrictJSON

/// Makes the probes of a constraint at one value: those that break it, and those that keep it at its edge.
enum ProbeMaker {
    static func probes(_ site: ProbeSite) -> [Probe] {
        switch site.constraint.keyword {
        case "type": TypeProbes.make(site)
        case "enum": enumeration(site)
        case "const": constant(site)
        case "minLength", "maxLength": LengthProbes.make(site)
        case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf": BoundProbes.make(site)
        case "minItems", "maxItems", "uniqueItems": ItemProbes.make(site)
        case "pattern": PatternProbes.make(site)
        case "required", "dependentRequired": MemberProbes.missing(site)
        case "additionalProperties", "unevaluatedProperties", "propertyNames": MemberProbes.unknown(site)
        case "not": NegationProbes.make(site)
        case "anyOf", "oneOf": ChoiceProbes.make(site)
        // What comes back is shown beside its request.
        case "x-echo": []
        default: CheckProbes.make(site)
        }
    }

    private static func enumeration(_ site: ProbeSite) -> [Probe] {
        var probes = otherValues(site)
            .map {
                Probe("", "\(site.name) with a value that is not listed", site.broken(), site.replacing($0))
            }
        for (position, listed) in (site.constraint.value.elements ?? []).enumerated() {
            let title = "\(site.name) is \(Wording.shown(listed))"
            // A body that has the value as it stands keeps all that hangs on the value.
            let body = site.value == listed ? site.body : site.replacing(listed)
            probes.append(Probe(Wording.slug(listed) ?? String(position), title, .keeps, body))
        }
        return probes
    }

    private static func constant(_ site: ProbeSite) -> [Probe] {
        otherValues(site)
            .map {
                Probe(
                    "",
                    "\(site.name) is not \(Wording.shown(site.constraint.value))",
                    site.broken(),
                    site.replacing($0)
                )
            } + [Probe("kept", "\(site.name) is \(Wording.shown(site.constraint.value))", .keeps, site.body)]
    }

    /// Values of the same type that are not among those allowed.
    private static func otherValues(_ site: ProbeSite) -> [JSONTree] {
        let allowed = site.constraint.value.elements ?? [site.constraint.value]
        let candidates: [JSONTree]
        switch site.value {
        case .string(let text):
            candidates = [.string(text.uppercased()), "something_else", "other", .string(text + "s")]
        case .number: candidates = [2, 0, 1_000_000]
        case .boolean(let flag): candidates = [.boolean(!flag)]
        default: candidates = ["something_else", 2]
        }
        return candidates.filter { !allowed.contains($0) }
    }
}

/// Probes of `type`.
enum TypeProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        let names = site.constraint.typeNames
        let isMistaken = site.constraint.mistakenType
        let wrong = SampleValues.mistaken(site.value) + SampleValues.ofType.map(\.value)
        let ordered =
            wrong.filter { value in isMistaken.map(SampleValues.types(of: value).contains) ?? false }
            + wrong.filter { $0 != .null } + [.null]
        var probes: [Probe] = ordered.filter { !isAllowed($0, names) }
            .map { Probe("", "\(site.name) as \(Wording.kind($0))", site.broken(), site.replacing($0)) }
        if names.contains("integer"), !names.contains("number") {
            let fraction = SampleValues.value(ofType: "number")
            probes.append(Probe("fraction", "\(site.name) with a fraction", site.broken(), site.replacing(fraction)))
        }
        guard names.count > 1 else { return probes }
        for name in names {
            let isThere = SampleValues.types(of: site.value).contains(name)
            let body = isThere ? site.body : site.replacing(SampleValues.value(ofType: name))
            probes.append(Probe(name, "\(site.name) as \(Wording.article(name))", .keeps, body))
        }
        return probes
    }

    private static func isAllowed(_ value: JSONTree, _ names: [String]) -> Bool {
        SampleValues.types(of: value).contains(where: names.contains)
    }
}

/// Probes of `minLength` and `maxLength`, which count characters, not bytes.
enum LengthProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        guard let text = site.value.string, let limit = site.constraint.value.number?.int64, limit < 100_000 else {
            return []
        }
        let isMinimum = site.constraint.keyword == "minLength"
        let outside = Int(limit) + (isMinimum ? -1 : 1)
        guard outside >= 0 else { return [] }
        let side = isMinimum ? "shorter than \(limit)" : "longer than \(limit)"
        return texts(of: text, count: outside)
            .map { Probe("", "\(site.name) one character \(side)", site.broken(), site.replacing(.string($0))) }
            + texts(of: text, count: Int(limit))
            .map { Probe("edge", "\(site.name) of \(limit) characters", .keeps, site.replacing(.string($0))) }
    }

    /// Texts of a length: a start of the text or its last letter repeated, then Cyrillic letters, of two bytes each,
    /// capitals and digits.
    private static func texts(of text: String, count: Int) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var own = scalars.prefix(count)
        if let last = scalars.last { own += Array(repeating: last, count: max(0, count - scalars.count)) }
        let others = ["я", "a", "A", "1"].map { String(repeating: $0, count: count) }
        let first = String(String.UnicodeScalarView(own))
        return scalars.isEmpty ? others : [others[0], first] + others.dropFirst()
    }
}

/// Probes of numeric bounds.
enum BoundProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        guard site.value.number != nil, let bound = site.constraint.value.number?.int64 else { return [] }
        let step: Int64 = site.constraint.keyword.lowercased().containsText("minimum") ? 1 : -1
        let isExclusive = site.constraint.keyword.hasPrefix("exclusive")
        guard site.constraint.keyword != "multipleOf" else {
            return [
                Probe("", "\(site.name) between multiples", site.broken(), site.replacing(number(bound + 1))),
                Probe("edge", "\(site.name) is a multiple", .keeps, site.replacing(number(bound))),
            ]
        }
        let inside = isExclusive ? bound + step : bound
        return [
            Probe("", "\(site.name) is \(inside - step)", site.broken(), site.replacing(number(inside - step))),
            Probe("edge", "\(site.name) is \(inside)", .keeps, site.replacing(number(inside))),
        ]
    }

    private static func number(_ value: Int64) -> JSONTree { .number(JSONNumber(value)) }
}

/// Probes of the number and the difference of elements.
enum ItemProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        let elements = site.value.elements ?? []
        guard site.constraint.keyword != "uniqueItems" else {
            guard let first = elements.first else { return [] }
            let body = site.replacing(.array(elements + [first]))
            return [Probe("", "\(site.name) holds an element twice", site.broken(), body)]
        }
        guard let limit = site.constraint.value.number?.int64, limit < 1_000 else { return [] }
        let outside = Int(limit) + (site.constraint.keyword == "minItems" ? -1 : 1)
        guard outside >= 0 else { return [] }
        var probes: [Probe] = []
        for element in [elements.first, "text", [:], site.value].compactMap(\.self) {
            func list(_ count: Int) -> JSONTree {
                .array(Array(elements.prefix(count)) + Array(repeating: element, count: max(0, count - elements.count)))
            }
            let title = "\(site.name) is a list of \(outside)"
            probes.append(Probe("", title, site.broken(), site.replacing(list(outside))))
            probes.append(
                Probe("edge", "\(site.name) is a list of \(limit)", .keeps, site.replacing(list(Int(limit))))
            )
        }
        return probes
    }
}

/// Probes of missing and of unknown members.
enum MemberProbes {
    static func missing(_ site: ProbeSite) -> [Probe] {
        let names =
            site.constraint.value.elements?.compactMap(\.string)
            ?? (site.constraint.value.members ?? []).flatMap { $0.value.elements?.compactMap(\.string) ?? [] }
        return names.filter { site.value[$0] != nil }
            .map { name in
                let body = site.body.removing(site.pointer.appending(name))
                return Probe(Wording.slug(name), "\(site.name) without \(name)", site.broken(), body)
            }
    }

    static func unknown(_ site: ProbeSite) -> [Probe] {
        let name = "note_of_partner"
        let body = site.body.setting(site.pointer.appending(name), to: "text")
        let title = "\(site.name) with a member that the API does not know"
        return [Probe("", title, site.broken(member: name), body)]
    }
}
