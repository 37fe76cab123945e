import PayoutContract
import PayoutVectors
import StrictJSON

/// Compares two contracts: their messages, rules, and what holds around the messages.
public struct ContractComparison: Sendable {
    private let old: ContractSide
    private let new: ContractSide
    private let survivorCount: Int

    /// Prepares the comparison.
    public init(old: ContractSide, new: ContractSide) {
        self.init(old: old, new: new, survivorCount: Evidence.survivorCount)
    }

    /// - Parameter survivorCount: How many generated messages a compatible change has to survive.
    package init(old: ContractSide, new: ContractSide, survivorCount: Int) {
        self.old = old
        self.new = new
        self.survivorCount = survivorCount
    }

    /// Every change: messages in their order, then rules, then the protocol.
    ///
    /// Messages are compared on `threads` threads; the result is the same for any number.
    public func changes(threads: Int = 1) -> [ContractChange] {
        let names =
            new.messages.map(\.name)
            + old.messages.map(\.name)
            .filter { name in
                !new.messages.contains { $0.name == name }
            }
        let found = Parallel.map(names, threads: threads) { messageChanges($0) }
        return found.flatMap(\.self) + ruleChanges(threads: threads) + protocolChanges()
    }

    private func messageChanges(_ name: String) -> [ContractChange] {
        let (before, after) = (old.messages.first { $0.name == name }, new.messages.first { $0.name == name })
        switch (before, after) {
        case (let before?, let after?):
            if before.library == after.library { return [] }
            let levels = RuleLevels(old: old.rules, new: new.rules)
            var diff = MessageDiff(old: before, new: after, ruleLevels: levels, survivorCount: survivorCount)
            return diff.changes()
        case (let subject?, nil): return [wholeMessage(subject, isRemoved: true)]
        case (nil, let subject?): return [wholeMessage(subject, isRemoved: false)]
        case (nil, nil): return []
        }
    }

    /// A message that one side does not have: who has to send it, or gets it, is hurt.
    private func wholeMessage(_ subject: MessageSubject, isRemoved: Bool) -> ContractChange {
        var change = ContractChange(
            kind: isRemoved ? .messageRemoved : .messageAdded,
            subject: subject.name,
            direction: subject.direction,
            place: "",
            before: nil,
            after: nil,
            changeClass: .compatible
        )
        let hurts = subject.direction == .request ? isRemoved : !isRemoved && subject.direction == .webhook
        guard hurts else { return change }
        var generator = MessageGenerator(subject, seed: 131)
        change.changeClass = .undecided
        if let base = generator.base() {
            change.changeClass = subject.direction == .request ? .breaking : .risky
            change.witness = ContractChange.Witness(
                body: JSONWriter.compact.write(base),
                isRefusedByNew: isRemoved,
                reason: "there is no such message"
            )
        }
        return change
    }

    private func ruleChanges(threads: Int) -> [ContractChange] {
        let before = Dictionary(old.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard !before.isEmpty, !after.isEmpty else {
            return Self.oneSided("rules", before.isEmpty ? nil : before, after.isEmpty ? nil : after)
        }
        let ids = Set(before.keys).union(after.keys).sorted()
        return
            Parallel.map(ids, threads: threads) { id in
                switch (before[id], after[id]) {
                case (let first?, let second?):
                    return RuleComparison(
                        old: first,
                        new: second,
                        messages: (old.messages, new.messages),
                        survivorCount: survivorCount
                    )
                    .changes()
                case (nil, let second?):
                    return [RuleComparison.change(.ruleAdded, second, messages: old.messages + new.messages)]
                case (let first?, nil):
                    return [RuleComparison.change(.ruleRemoved, first, messages: old.messages + new.messages)]
                case (nil, nil): return []
                }
            }
            .flatMap(\.self)
    }

    /// What only one side states can't be compared.
    private static func oneSided<Part>(_ subject: String, _ before: Part?, _ after: Part?) -> [ContractChange] {
        guard (before == nil) != (after == nil) else { return [] }
        return [
            ContractChange(
                kind: .notCompared,
                subject: subject,
                direction: nil,
                place: "",
                before: before == nil ? "not stated" : "stated",
                after: after == nil ? "not stated" : "stated",
                changeClass: .undecided
            )
        ]
    }

    private func protocolChanges() -> [ContractChange] {
        guard let before = old.settings, let after = new.settings else {
            return Self.oneSided("headers, signature, error codes and lifecycle", old.settings, new.settings)
        }
        return HeaderComparison(old: before, new: after).changes()
            + LifecycleComparison(old: before, new: after).changes()
            + SettingsComparison(old: before, new: after).changes()
    }
}
