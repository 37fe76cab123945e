import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

// Cases about what an answer repeats, and about conditions.
extension FamilyMaker {
    /// Adds an answer beside the request that it repeats, and beside one that it does not.
    mutating func addEcho(of constraint: Constraint) throws(ContractError) -> Bool {
        let judge = judge
        let rule = constraint.rules[0]
        func expectation(_ pair: EchoProbes.Pair, isKept: Bool) -> Expectation {
            isKept
                ? .accept(warnings: pair.answer.warnings.sorted)
                : .reject(ExpectedFinding(rule: rule, pointer: pair.place))
        }
        let pair = try echoes.pair(of: constraint, in: pool.present(constraint.schema)) {
            (pair, type) throws(ContractError) in
            for (isKept, request) in [(true, pair.kept), (false, pair.broken)] {
                let any = Judge.Tolerance(known: [], advice: { _ in true })
                let answer = pair.answer
                guard try judge.verdict(on: request, as: type, beside: any) != nil,
                    try judge.agrees(
                        expectation(pair, isKept: isKept),
                        on: answer.tree,
                        as: answer.type,
                        request: request
                    )
                else { return false }
            }
            return true
        }
        guard let pair else { return false }
        let name = Wording.name(of: pair.place)
        let kept = "\(constraint.caseID).kept"
        for (id, twin, request) in [(kept, nil, pair.kept), (constraint.caseID, kept, pair.broken)] {
            let record = MessageCaseRecord(
                id: id,
                title: twin == nil ? "\(name) comes back as it was sent" : "\(name) is not what was sent",
                rules: [rule],
                level: rules[rule]?.level ?? .must,
                comment: rules[rule]?.why.en ?? "\(rule) says so.",
                tags: ["generated", "echo"],
                twin: twin,
                body: pair.answer.tree,
                request: request,
                expectation: expectation(pair, isKept: twin == nil)
            )
            files.add(record, of: pair.answer)
        }
        return true
    }

    /// Finds, for each change of a condition or of a choice, an accepted body that the changed one would refuse.
    mutating func addDecisions(of constraint: Constraint) throws(ContractError) -> Bool {
        var isMade = false
        for alteration in constraint.alterations {
            guard let body = conditions.body(telling: constraint, from: alteration, in: pool) else {
                isMade = try addDecision(constraint, alteration) || isMade
                continue
            }
            files.show(constraint.rules, by: body)
            isMade = true
        }
        return isMade
    }

    /// Adds a body that tells a condition from a changed one, made from an accepted one by another value in the place
    /// that the condition looks at.
    private mutating func addDecision(
        _ constraint: Constraint,
        _ alteration: Alteration
    ) throws(ContractError) -> Bool {
        for probe in conditions.probes(constraint, alteration, in: pool) {
            let base = probe.base
            var tolerance = Judge.Tolerance(known: base.warnings)
            let expected = nullRules.union(constraint.rules)
            tolerance.advice = { expected.contains($0.rule) }
            guard let expectation = try judge.verdict(on: probe.body, as: base.type, beside: tolerance) else {
                continue
            }
            let record = MessageCaseRecord(
                id: "\(constraint.caseID).\(Wording.slug(alteration.name))",
                title: "\(probe.title), which \(constraint.rules[0]) hangs on",
                rules: (constraint.rules + expectation.findings.map(\.rule)).unique,
                level: rules[constraint.rules[0]]?.level ?? .must,
                comment:
                    "A check of \(constraint.rules[0]) that looks at another condition judges this body otherwise.",
                tags: ["generated", expectation.findings.isEmpty ? "boundary" : "advice"],
                twin: nil,
                body: probe.body,
                expectation: expectation
            )
            guard !files.contains(record.id) else { return true }
            files.add(record, of: base)
            return true
        }
        return false
    }
}
