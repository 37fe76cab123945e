import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

// Cases that break one constraint, or keep it at its edge.
extension FamilyMaker {
    /// How much may stand beside what a case is about; the purest cases are looked for first.
    private enum Purity: CaseIterable {
        /// The change breaks or keeps this constraint and is noticed by nothing else.
        case alone
        /// The change also brings advice about the same value.
        case advised
        /// The changed value also breaks another rule.
        case crowded
        /// Another schema object says the same of the value.
        case shared
    }

    /// Adds the first working probe of each kind.
    mutating func addProbes(of constraint: Constraint) throws(ContractError) -> Bool {
        let sites = meetings(of: constraint).map { ProbeSite(constraint: constraint, meeting: $0, pool: pool) }
        var done: Set<String> = []
        for purity in Purity.allCases {
            var open: Set<String> = []
            for site in sites {
                try addProbes(at: site, purity, done: &done, open: &open)
                if open.isEmpty, !done.isEmpty { break }
            }
            if open.isEmpty { break }
        }
        return !done.isEmpty
    }

    private mutating func addProbes(
        at site: ProbeSite,
        _ purity: Purity,
        done: inout Set<String>,
        open: inout Set<String>
    ) throws(ContractError) {
        for probe in ProbeMaker.probes(site) where !done.contains(probe.suffix) {
            open.insert(probe.suffix)
            if !files.contains(id(of: probe, site.constraint)) {
                guard let expectation = try expectation(of: probe, at: site, purity) else { continue }
                add(probe, expectation, at: site)
            }
            done.insert(probe.suffix)
        }
        open.subtract(done)
    }

    private mutating func add(_ probe: Probe, _ expectation: Expectation, at site: ProbeSite) {
        let base = site.meeting.body
        if case .keeps = probe.aim, probe.body == base.tree {
            files.show(site.constraint.rules, by: base)
        } else {
            files.add(record(probe, expectation, at: site), of: base)
        }
    }

    /// The values to try, at most some of one place in one message; more where a condition has to hold as well.
    private func meetings(of constraint: Constraint) -> [BodyPool.Meeting] {
        struct Kind: Hashable {
            let type: MessageType
            let pointer: JSONPointer
        }
        let isForbidden = constraint.keyword == "not" && constraint.value == [:]
        let all = isForbidden ? pool.absent(constraint.schema) : pool.present(constraint.schema)
        let isConditional = !Set(constraint.schema.pointer.tokens).isDisjoint(with: ["then", "else"])
        var counts: [Kind: Int] = [:]
        let some = all.filter { meeting in
            let kind = Kind(type: meeting.body.type, pointer: meeting.site.instance)
            counts[kind, default: 0] += 1
            return counts[kind, default: 0] <= (isConditional ? 40 : 3)
        }
        return Array(some.prefix(isConditional ? Self.siteLimit * 10 : Self.siteLimit * 2))
    }

    private mutating func expectation(
        of probe: Probe,
        at site: ProbeSite,
        _ purity: Purity
    ) throws(ContractError) -> Expectation? {
        let base = site.meeting.body
        let place = site.pointer
        var tolerance = Judge.Tolerance(known: base.warnings)
        if purity != .alone { tolerance.advice = { finding in finding.pointer.map(place.isPrefix) ?? false } }
        tolerance.allowsErrorsInPlace = purity == .crowded || purity == .shared
        switch probe.aim {
        case .keeps:
            if probe.body[place] == .null, purity == .alone {
                let nullRules = nullRules
                tolerance.advice = { $0.pointer == place && nullRules.contains($0.rule) }
            }
            return try judge.verdict(on: probe.body, as: base.type, beside: tolerance)
        case .breaks(let findings):
            guard purity == .shared || attribution.isAlone(site.constraint, in: probe.body, as: base.type) else {
                return nil
            }
            for finding in findings {
                if let verdict = try judge.verdict(
                    on: probe.body,
                    as: base.type,
                    breaking: finding,
                    isAdvisory: site.meeting.site.isAdvisory,
                    beside: tolerance
                ) {
                    return verdict
                }
            }
            return nil
        }
    }

    private func record(_ probe: Probe, _ expectation: Expectation, at site: ProbeSite) -> MessageCaseRecord {
        let constraint = site.constraint
        var named = expectation.findings.map(\.rule)
            .filter { rule in
                if case .keeps = probe.aim { return nullRules.contains(rule) }
                return true
            }
        if case .keeps = probe.aim { named = constraint.rules + named }
        if named.isEmpty { named = constraint.rules }
        let isKept = expectation.isAccept
        return MessageCaseRecord(
            id: id(of: probe, constraint),
            title: probe.title,
            rules: Array(named.unique.prefix(8)),
            level: rules[named[0]]?.level ?? .must,
            comment: comment(probe, named[0]),
            tags: ["generated"] + (isKept && !expectation.findings.isEmpty ? ["advice"] : isKept ? ["boundary"] : []),
            twin: isKept ? nil : site.meeting.body.id,
            body: probe.body,
            expectation: expectation
        )
    }

    private func id(of probe: Probe, _ constraint: Constraint) -> String {
        probe.suffix.isEmpty ? constraint.caseID : "\(constraint.caseID).\(probe.suffix)"
    }

    private func comment(_ probe: Probe, _ rule: RuleID) -> String {
        if case .keeps = probe.aim { return "\(rule) allows this: a check that refuses it is too strict." }
        return rules[rule]?.why.en ?? "\(rule) forbids this."
    }
}
