import PayoutContract
import PayoutVectors
import StrictJSON

/// Compares two versions of one rule.
struct RuleComparison: Sendable {
    let old: Rule
    let new: Rule
    let messages: (old: [MessageSubject], new: [MessageSubject])
    /// How many generated messages a compatible change has to survive.
    let survivorCount: Int

    /// A change of a rule as a whole.
    static func change(
        _ kind: ChangeKind,
        _ id: RuleID,
        before: String? = nil,
        after: String? = nil,
        detail: String? = nil
    ) -> ContractChange {
        ContractChange(
            kind: kind,
            subject: "rules",
            direction: nil,
            place: id.rawValue,
            before: before,
            after: after,
            changeClass: kind.isDocumentation ? .documentation : .undecided,
            detail: detail
        )
    }

    func changes() -> [ContractChange] {
        var changes: [ContractChange] = []
        if old.level != new.level { changes.append(levelChange()) }
        if (old.lenientLevel, old.level) != (new.lenientLevel, new.level), old.lenientLevel != new.lenientLevel {
            changes.append(
                Self.change(
                    .ruleLenientLevelChanged,
                    old.id,
                    before: old.lenientLevel.rawValue,
                    after: new.lenientLevel.rawValue
                )
            )
        }
        if old.texts != new.texts {
            changes.append(Self.change(.ruleTextChanged, old.id, detail: Self.detail(old.texts, new.texts)))
        }
        if old.sources != new.sources {
            let detail = Self.detail(old.sourceTexts, new.sourceTexts)
            changes.append(Self.change(.ruleSourcesChanged, old.id, detail: detail))
        }
        return changes
    }

    /// A short form of what was said and of what is.
    private static func detail(_ before: [String?], _ after: [String?]) -> String {
        [before, after].map { StableHash.hexadecimal("\($0)") }.joined(separator: " became ")
    }

    /// A rule that is more or less binding: shown by a message that breaks it and nothing else.
    private func levelChange() -> ContractChange {
        let isRaised = new.level == .must
        var change = Self.change(
            isRaised ? .ruleLevelRaised : .ruleLevelLowered,
            old.id,
            before: old.level.rawValue,
            after: new.level.rawValue
        )
        for subject in messages.old {
            guard let other = messages.new.first(where: { $0.name == subject.name }), mentions(subject) else {
                continue
            }
            var generator = BreakingGenerator(subject, seed: 131)
            guard let message = generator.all(rule: old.id.rawValue, count: 1).first,
                subject.judge.accepts(message.bytes) == isRaised, other.judge.accepts(message.bytes) != isRaised
            else { continue }
            let isRequest = subject.direction == .request
            let isHarm = isRequest == isRaised
            change.changeClass = isHarm ? (isRequest ? .breaking : .risky) : .compatible
            change.witness = ContractChange.Witness(
                body: message.bytes,
                isRefusedByNew: isRaised,
                reason: "\(subject.name) breaks \(old.id)"
            )
            if isHarm { return change }
        }
        if change.changeClass == .compatible {
            // The messages that break no rule are those of the pools: a milder rule refuses none of them.
            change.witness = nil
            change.survivorCount = survivors()
            if change.survivorCount < survivorCount { change.changeClass = .undecided }
        }
        return change
    }

    private func mentions(_ subject: MessageSubject) -> Bool {
        let isSubject = old.subjects.contains { $0.rawValue == subject.direction.rawValue }
        return isSubject && (old.id.rawValue.hasPrefix("TEXT.") || subject.library.mention(old, new))
    }

    private func survivors() -> Int {
        guard let subject = messages.old.first(where: mentions),
            let other = messages.new.first(where: { $0.name == subject.name })
        else { return 0 }
        var generator = MessageGenerator(subject, seed: 7)
        var count = 0
        var isRefused = false
        generator.forEachValid(count: survivorCount) { sample in
            count += 1
            isRefused = !other.judge.accepts(sample.body)
            return !isRefused
        }
        return isRefused ? 0 : count
    }
}

extension Rule {
    /// All that it says to people.
    fileprivate var texts: [String?] {
        [statement, why, fix, message].flatMap { [$0?.en, $0?.ru] } + [good, bad]
    }

    fileprivate var sourceTexts: [String] { sources.map { "\($0.certainty.rawValue) \($0.location)" } }
}

extension SchemaLibrary {
    /// Whether a schema names a rule, or has a keyword that the rule is the default of.
    fileprivate func mention(_ rules: Rule...) -> Bool {
        let words = Set(rules.flatMap { [$0.id.rawValue] + $0.keywords })
        return contains { tree in
            if let text = tree.string { return words.contains(text) }
            return (tree.members ?? []).contains { words.contains($0.name) }
        }
    }
}
