import PayoutVectors
import StrictJSON

extension SchemaComparison {
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
        let (gone, come) = (sorted(before.subtracting(after)), sorted(after.subtracting(before)))
        let pairing = Pairing(gone, come) { $0.keyword == $1.keyword }
        for (first, second) in pairing.kept {
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
            }
            if first.rule != second.rule {
                add(
                    .keywordRuleChanged,
                    at: pointer,
                    name: first.keyword,
                    before: first.rule.rawValue,
                    after: second.rule.rawValue
                )
            }
        }
        for first in pairing.gone { add(.checkRemoved, first, at: pointer) }
        for second in pairing.come { add(.checkAdded, second, at: pointer) }
    }

    private mutating func add(_ kind: ChangeKind, _ check: NormalSchema.Check, at pointer: JSONPointer) {
        let rule = check.rule.rawValue
        add(kind, at: pointer, name: check.keyword, rule: rule, detail: "\(rule) \(check.limit)")
    }
}
