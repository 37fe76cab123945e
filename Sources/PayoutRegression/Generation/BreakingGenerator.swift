import PayoutContract
import StrictJSON

/// Makes messages that break exactly one rule, and lets the judge confirm it.
package struct BreakingGenerator {
    /// How many edits of one demand are tried on how many messages.
    private static let maximumTrialCount = 120
    /// How many of them that break more than the rule are mended.
    private static let maximumRepairCount = 4
    /// When so many could not be mended for a rule that is asked for, messages of other kinds would not help.
    private static let maximumRuleRepairCount = 16

    /// How many messages are made for demands that no other message showed.
    private static let maximumVarietyCount = 200

    private var generator: MessageGenerator
    private let breaks: [Break]
    /// The numbers of the demands that may belong to a rule.
    private let aimed: [String: [Int]]
    private var variety: [JSONTree]?
    private var repairCount = 0
    private var hosts: [HostKey: [JSONTree]] = [:]
    /// The rules that every message broke that broke a rule, by that rule: it may be that nothing breaks it alone.
    package private(set) var entangled: [String: Set<String>] = [:]

    private struct HostKey: Hashable {
        let place: Break.Host
        let branches: [Break.Host]
    }

    package init(_ subject: MessageSubject, seed: UInt64) {
        generator = MessageGenerator(subject, seed: seed)
        generator.builder.heedsAdvice = true
        let breaks = BreakList(model: generator.model, random: generator.builder.random).all
        self.breaks = breaks
        var defaults: [String: String] = [:]
        aimed = breaks.indices.reduce(into: [:]) { aimed, number in
            let keyword = breaks[number].keyword
            let usual = defaults[keyword] ?? subject.judge.defaultRule(of: keyword)
            defaults[keyword] = usual
            for rule in breaks[number].rules.union([usual]) { aimed[rule, default: []].append(number) }
        }
    }

    /// Makes messages, one for each demand that can be broken alone.
    ///
    /// - Parameters:
    ///   - rule: only messages that break this rule; nil for any.
    ///   - body: gets each message, and says whether it wants more.
    package mutating func forEach(rule: String? = nil, _ body: (BrokenMessage) -> Bool) {
        if rule?.hasPrefix(TextBreaks.family) ?? true,
            let base = generator.rightBases().first(where: { $0.members != nil })
        {
            let right = JSONWriter.compact.write(base)
            for message in TextBreaks.all(of: right, judge: generator.subject.judge)
            where rule == nil || message.rule == rule {
                if !body(message) { return }
            }
        }
        guard let rule else {
            for broken in breaks {
                let message = message(breaking: broken, rule: nil, on: hosts(of: broken))
                if let message, !body(message) { return }
            }
            return
        }
        let aimed = aimed[rule] ?? []
        var isFound = false
        repairCount = 0
        for number in aimed {
            let broken = breaks[number]
            guard let message = message(breaking: broken, rule: rule, on: hosts(of: broken)) else { continue }
            isFound = true
            if !body(message) { return }
        }
        for number in aimed where !isFound && repairCount < Self.maximumRuleRepairCount {
            let broken = breaks[number]
            var hosts = varied().filter { $0[broken.pointer] != nil }
            if hosts.isEmpty { hosts = forced(broken).map { [$0] } ?? [] }
            if let message = message(breaking: broken, rule: rule, on: hosts), !body(message) { return }
        }
    }

    /// Messages in a list.
    package mutating func all(rule: String? = nil, count: Int = .max) -> [BrokenMessage] {
        var found: [BrokenMessage] = []
        guard count > 0 else { return [] }
        forEach(rule: rule) { message in
            found.append(message)
            return found.count < count
        }
        return found
    }

    private mutating func message(breaking broken: Break, rule: String?, on hosts: [JSONTree]) -> BrokenMessage? {
        var knots: [(message: JSONTree, rule: String)] = []
        var trials = 0
        for host in hosts {
            for edited in edited(host, by: broken) where edited != host {
                guard trials < Self.maximumTrialCount else { break }
                trials += 1
                let faults = generator.subject.judge.faults(JSONWriter.compact.write(edited))
                if let message = BrokenMessage(edited, faults, broken), rule == nil || message.rule == rule {
                    return message
                }
                let other = faults.first { rule == $0.rule || rule == nil && broken.rules.contains($0.rule) }
                if let other { knots.append((edited, other.rule)) }
            }
        }
        for knot in knots.prefix(Self.maximumRepairCount) {
            repairCount += 1
            if let message = untangled(knot.message, broken, rule: knot.rule) { return message }
        }
        return nil
    }

    /// A message that breaks nothing but the rule, made of one that breaks more.
    private mutating func untangled(_ message: JSONTree, _ broken: Break, rule: String) -> BrokenMessage? {
        let repair = MessageRepair(
            model: generator.model,
            judge: generator.subject.judge,
            builder: generator.builder
        )
        var mending = BreakRepair(judge: generator.subject.judge, repair: repair)
        let (mended, reading) = mending.mend(message, keeping: rule)
        generator.builder.random = mending.repair.builder.random
        guard !reading.own.isEmpty else { return nil }
        let others = Set(reading.others.map(\.rule))
        entangled[rule] = entangled[rule]?.intersection(others) ?? others
        return others.isEmpty ? BrokenMessage(mended, reading.own, broken) : nil
    }

    /// A message after each edit that breaks a demand.
    private mutating func edited(_ host: JSONTree, by broken: Break) -> [JSONTree] {
        let edited = broken.edits.compactMap { broken.apply($0, to: host) }
        guard let check = broken.check, let value = host[broken.pointer] else { return edited }
        func near(_ value: JSONTree) -> [JSONTree] {
            NearValues.first(4, near: value) { !LeafCheck.keeps(CollectionOfOne(check), $0) }
        }
        var found = ([value] + generator.model[broken.node].examples).flatMap(near)
        if edited.isEmpty, found.isEmpty { found = grown(value, at: broken.node).flatMap(near) }
        return edited + found.map { host.setting(broken.pointer, to: $0) }
    }

    /// An object with one more member each: a check may be about members that are seldom there.
    private mutating func grown(_ object: JSONTree, at node: SchemaModel.NodeID) -> [JSONTree] {
        let model = generator.model
        let fullness = generator.builder.fullness
        defer { generator.builder.fullness = fullness }
        generator.builder.fullness = .full
        guard object.members != nil else { return [] }
        return model[node].names.filter { object[$0] == nil }
            .compactMap { name in
                guard let value = generator.builder.value(of: model.member(name, of: node)) else { return nil }
                return object.setting(JSONPointer(tokens: [name]), to: value)
            }
    }

    /// Right messages in which the demand is made.
    private mutating func hosts(of broken: Break) -> [JSONTree] {
        let place = Break.Host(pointer: broken.pointer, node: broken.node)
        let key = HostKey(place: place, branches: broken.hosts)
        if let known = hosts[key] { return known }
        let bases = generator.rightBases().prefix(2).filter { $0[broken.pointer] != nil }
        var clean: [JSONTree] = broken.hosts.isEmpty ? Array(bases) : []
        var others: [JSONTree] = []
        for host in broken.hosts.isEmpty ? [place] : broken.hosts {
            for fullness in [ValueBuilder.Fullness.typical, .full, .minimal, .random, .random, .random]
            where clean.count < 3 && others.count < 3 {
                generator.builder.fullness = fullness
                guard let message = message(with: host, place) else { continue }
                // A host without advice of its own shows what advice the edit breaks.
                if generator.subject.judge.faults(JSONWriter.compact.write(message)).isEmpty {
                    clean.append(message)
                } else {
                    others.append(message)
                }
            }
        }
        generator.builder.fullness = .typical
        let found = clean + others + (broken.hosts.isEmpty ? [] : bases)
        hosts[key] = found
        return found
    }

    /// A message in which the demand is made, though it is not right: for places that no right message has.
    private mutating func forced(_ broken: Break) -> JSONTree? {
        guard let base = generator.base(), let value = generator.builder.value(of: broken.node) else { return nil }
        return generator.placing(value, at: broken.pointer.tokens[...], in: base, node: generator.model.root)
    }

    /// Right messages of every kind: with each member that may be there, and with each value of those that have few.
    private mutating func varied() -> [JSONTree] {
        if let variety { return variety }
        // What stands at the top tells messages apart more than what is deep inside.
        let goals = GenerationGoals(model: generator.model, random: &generator.builder.random).all
            .enumerated()
            .sorted {
                ($0.element.pointer.tokens.count, $0.offset) < ($1.element.pointer.tokens.count, $1.offset)
            }
            .map(\.element)
        var found: [JSONTree] = []
        for goal in goals where found.count < Self.maximumVarietyCount {
            guard let value = goal.kind(using: &generator.builder),
                let message = generator.message(with: value, at: goal.pointer, attempts: 2)
            else { continue }
            found.append(message)
        }
        let unique = found.unique
        variety = unique
        return unique
    }

    /// A right message that is in a branch, and has a value at the place of a demand in it.
    private mutating func message(with host: Break.Host, _ place: Break.Host) -> JSONTree? {
        let fullness = generator.builder.fullness
        guard var value = generator.builder.value(of: host.node) else { return nil }
        let way = place.pointer.tokens.dropFirst(host.pointer.tokens.count)
        if !way.isEmpty {
            let inner = generator.builder.value(of: place.node)
            guard let placed = generator.placing(inner, at: way, in: value, node: host.node) else { return nil }
            value = placed
        }
        defer { generator.builder.fullness = fullness }
        if !host.pointer.tokens.isEmpty { return generator.message(with: value, at: host.pointer, attempts: 4) }
        // Nothing around the message could be mended to suit it: it is mended itself, and the judge sees what is left.
        return generator.mend(value, pins: []).flatMap { $0[place.pointer] == nil ? nil : $0 }
    }
}

extension BrokenMessage {
    /// The message, when it breaks one rule alone: of an error no other error, of advice nothing else.
    fileprivate init?(_ message: JSONTree, _ faults: [Fault], _ broken: Break) {
        let errors = faults.filter(\.isError)
        let counted = errors.isEmpty ? faults : errors
        guard let first = counted.first, counted.allSatisfy({ $0.rule == first.rule }) else { return nil }
        let place = broken.pointer.tokens.isEmpty ? "the root" : broken.pointer.description
        self.init(
            bytes: JSONWriter.compact.write(message),
            rule: first.rule,
            pointer: first.pointer,
            breaks: "\(broken.label) at \(place)",
            isRefused: !errors.isEmpty
        )
    }
}
