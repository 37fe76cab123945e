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

    /// A rule that only one contract has: the other one holds what would break it to be binding.
    static func change(
        _ kind: ChangeKind,
        _ rule: Rule,
        messages: [MessageSubject]
    ) -> ContractChange {
        var change = change(kind, rule.id)
        let isNamed = rule.id.rawValue.hasPrefix("TEXT.") || messages.contains { $0.library.mention(rule) }
        if rule.level != .must, isNamed {
            change.changeClass = .undecided
            change.note = "the rule is not binding, and what breaks it is where the rule is not known"
        }
        return change
    }

    func changes() -> [ContractChange] {
        var changes: [ContractChange] = []
        if old.level != new.level { changes.append(levelChange()) }
        if old.lenientLevel != new.lenientLevel {
            var change = Self.change(
                .ruleLenientLevelChanged,
                old.id,
                before: old.lenientLevel.rawValue,
                after: new.lenientLevel.rawValue
            )
            change.note = "messages are compared in the strict profile"
            changes.append(change)
        }
        if old.scope != new.scope {
            var change = Self.change(.ruleScopeChanged, old.id, before: old.scope, after: new.scope)
            change.note = "which failures break the rule decides how binding they are"
            changes.append(change)
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
        var isOpen = false
        for subject in messages.old {
            guard let other = messages.new.first(where: { $0.name == subject.name }), mentions(subject) else {
                continue
            }
            let isRequest = subject.direction == .request
            let isHarm = isRequest == isRaised
            var generator = BreakingGenerator(subject, seed: 131)
            guard let message = generator.all(rule: old.id.rawValue, count: 1).first,
                subject.judge.accepts(message.bytes) == isRaised, other.judge.accepts(message.bytes) != isRaised
            else {
                // No message shows what it does here; it may do harm.
                isOpen = isOpen || isHarm
                continue
            }
            change.changeClass = isHarm ? (isRequest ? .breaking : .risky) : .compatible
            change.witness = ContractChange.Witness(
                body: message.bytes,
                isRefusedByNew: isRaised,
                reason: "\(subject.name) breaks \(old.id)"
            )
            if isHarm { return change }
        }
        if isOpen {
            change.changeClass = .undecided
            change.witness = nil
        } else if change.changeClass == .compatible {
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
    /// What it is about, and the keywords whose failures are its own.
    fileprivate var scope: String {
        let words = subjects.map(\.rawValue).sorted() + keywords.sorted()
        return words.joined(separator: ", ")
    }

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
