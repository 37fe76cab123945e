import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

/// Probes of `not`: a member that must not be there, or a value that must not be.
enum NegationProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        let denied = site.constraint.value
        if denied == [:] || denied == .boolean(true) { return members(site) }
        if let names = denied["required"]?.elements?.compactMap(\.string) { return together(names, site) }
        if denied["type"] != nil, denied["pattern"] == nil { return types(site) }
        return values(site)
    }

    /// A member under a wrong name, beside the right one or in its place.
    private static func members(_ site: ProbeSite) -> [Probe] {
        guard let parent = site.pointer.parent, let name = site.pointer.tokens.last else { return [] }
        let place = site.constraint.schema
        let right = site.instead
        var probes: [Probe] = []
        if let right, let value = site.body[parent.appending(right)] {
            let beside = site.replacing(value)
            let renamed = beside.removing(parent.appending(right))
            probes.append(Probe("", "\(name) in place of \(right)", site.broken(), renamed))
            probes.append(Probe("", "\(name) beside \(right)", site.broken(), beside))
        }
        let title = right.map { "\(name), which is called \($0)" } ?? "\(name), which does not belong here"
        return probes
            + (site.pool.donors(place) + ["text"]).prefix(6)
            .map { Probe("", title, site.broken(), site.replacing($0)) }
    }

    /// Members that exclude each other.
    private static func together(_ names: [String], _ site: ProbeSite) -> [Probe] {
        var body = site.body
        for name in names where site.value[name] == nil {
            let other = names.compactMap { site.value[$0] }.first
            body[site.pointer.appending(name)] = other ?? "text"
        }
        return [Probe("", "\(site.name) with \(names.joined(separator: " and "))", site.broken(), body)]
    }

    /// A value of each type that is denied.
    private static func types(_ site: ProbeSite) -> [Probe] {
        let denied = site.constraint.value["type"]
        let names = denied?.string.map { [$0] } ?? denied?.elements?.compactMap(\.string) ?? []
        return names.map { name in
            let body = site.replacing(SampleValues.value(ofType: name))
            let suffix = names.count > 1 ? name : ""
            return Probe(suffix, "\(site.name) as \(Wording.article(name))", site.broken(), body)
        }
    }

    /// A value that the denied schema accepts.
    private static func values(_ site: ProbeSite) -> [Probe] {
        let denied = site.constraint.value
        var values = SampleValues.valid(for: denied)
        if let pattern = denied["pattern"]?.string, let text = site.value.string {
            values += TextVariants.of(text).filter(PatternMatch(pattern).holds).prefix(8).map { .string($0) }
        }
        return values.map { value in
            let suffix = denied["enum"] == nil ? "" : Wording.slug(value) ?? ""
            return Probe(suffix, "\(site.name) as it must not be", site.broken(), site.replacing(value))
        }
    }
}

extension ProbeSite {
    /// The right name of a member that is refused under this one.
    var instead: String? { pool.annotation("x-instead", of: constraint.schema)?.string }
}

/// Probes of `anyOf` and `oneOf`: nothing of what one of the branches wants.
enum ChoiceProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        let branches = site.constraint.value.elements ?? []
        let names = branches.flatMap { $0["required"]?.elements?.compactMap(\.string) ?? [] }
        var without = site.body
        for name in names { without[site.pointer.appending(name)] = nil }
        var probes: [Probe] = []
        if without != site.body {
            let title = "\(site.name) with none of \(names.joined(separator: ", "))"
            probes.append(Probe("", title, aim(site, branches), without))
        }
        let others = SampleValues.mistaken(site.value) + SampleValues.ofType.map(\.value)
        return probes
            + others.map { value in
                let title = "\(site.name) as \(Wording.kind(value)), which no alternative allows"
                return Probe("", title, aim(site, branches), site.replacing(value))
            }
    }

    /// The breach belongs to the choice, or to what its branches say where the choice has no rule of its own.
    private static func aim(_ site: ProbeSite, _ branches: [JSONTree]) -> Probe.Aim {
        let stated = branches.flatMap { branch in
            (branch["x-rules"]?.members ?? []).compactMap { $0.value.string }
        }
        guard case .breaks(let own) = site.broken(), site.meeting.site.choice == nil else { return site.broken() }
        let inner = stated.map { ExpectedFinding(rule: RuleID(rawValue: $0), pointer: site.pointer) }
        return .breaks(own + inner)
    }
}
