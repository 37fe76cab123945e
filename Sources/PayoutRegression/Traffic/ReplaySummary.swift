public import StrictJSON

/// What became of recorded messages: counts, by message and by rule.
///
/// Summaries of parts of a recording can be joined.
public struct ReplaySummary: Hashable, Sendable {
    /// The counts of one kind of message.
    public struct MessageCounts: Hashable, Sendable {
        /// How many there were.
        public var total = 0
        /// How many the contract refuses, the newer one where there are two.
        public var refused = 0
        /// How many only the newer contract refuses.
        public var broken = 0
        /// How many only the older contract refuses.
        public var mended = 0

        /// Counts a message by the rules that refuse it, and those that refused it before; nil for one contract alone.
        mutating func add(_ after: [Replay.BrokenRule], _ before: [Replay.BrokenRule]?) {
            total += 1
            if !after.isEmpty { refused += 1 }
            guard let before else { return }
            if before.isEmpty, !after.isEmpty { broken += 1 }
            if !before.isEmpty, after.isEmpty { mended += 1 }
        }
    }

    /// A rule that refuses a kind of message, and what that changes.
    public struct RuleKey: Hashable, Sendable, Comparable {
        /// `refused`, `broken` or `mended`.
        public let effect: String
        /// The rule.
        public let rule: String
        /// The message.
        public let message: String
        /// The place, with `*` for positions.
        public let place: String

        /// Orders by the texts.
        public static func < (first: RuleKey, second: RuleKey) -> Bool {
            (first.effect, first.rule, first.message, first.place)
                < (second.effect, second.rule, second.message, second.place)
        }
    }

    /// The older contract where there are two.
    public var old: String?
    /// The contract.
    public var contract: String
    /// How many lines were read.
    public var lineCount = 0
    /// How many lines hold no message that can be read.
    public var unreadableCount = 0
    /// How many messages are none that the contract knows.
    public var unknownCount = 0
    /// Whether a journal says that it holds no personal data: what stands in their place may break rules that they kept.
    public var isMasked = false
    /// The counts by message.
    public var messages: [String: MessageCounts] = [:]
    /// How many messages each rule refuses; a message counts once for a rule.
    public var rules: [RuleKey: Int] = [:]

    /// Starts to count.
    public init(contract: String, old: String? = nil) {
        self.contract = contract
        self.old = old
    }

    /// Whether a message is refused, or with two contracts newly refused.
    public var hasFailures: Bool {
        messages.values.contains { old == nil ? $0.refused > 0 : $0.broken > 0 } || unreadableCount > 0
    }

    /// Adds what was counted in another part.
    public mutating func add(_ other: ReplaySummary) {
        lineCount += other.lineCount
        unreadableCount += other.unreadableCount
        unknownCount += other.unknownCount
        isMasked = isMasked || other.isMasked
        for (name, counts) in other.messages {
            messages[name, default: MessageCounts()].total += counts.total
            messages[name, default: MessageCounts()].refused += counts.refused
            messages[name, default: MessageCounts()].broken += counts.broken
            messages[name, default: MessageCounts()].mended += counts.mended
        }
        for (key, count) in other.rules { rules[key, default: 0] += count }
    }
}

extension ReplaySummary {
    /// The summary for programs, and for joining.
    public var json: JSONTree {
        var tree: JSONTree = ["format": 1, "contract": .string(contract)]
        if let old { tree["old"] = .string(old) }
        tree["lines"] = .number(JSONNumber(lineCount))
        tree["unreadable"] = .number(JSONNumber(unreadableCount))
        tree["unknown"] = .number(JSONNumber(unknownCount))
        if isMasked { tree["masked"] = true }
        tree["messages"] = .array(
            messages.sorted { $0.key < $1.key }
                .map { name, counts in
                    [
                        "message": .string(name), "total": .number(JSONNumber(counts.total)),
                        "refused": .number(JSONNumber(counts.refused)), "broken": .number(JSONNumber(counts.broken)),
                        "mended": .number(JSONNumber(counts.mended)),
                    ]
                }
        )
        tree["rules"] = .array(
            rules.sorted { $0.key < $1.key }
                .map { key, count in
                    [
                        "effect": .string(key.effect), "rule": .string(key.rule), "message": .string(key.message),
                        "place": .string(key.place), "count": .number(JSONNumber(count)),
                    ]
                }
        )
        return tree
    }

    /// Reads what ``json`` wrote; nil when the value has another form.
    public init?(_ tree: JSONTree) {
        func count(_ tree: JSONTree, _ name: String) -> Int? { tree[name]?.number?.int64.flatMap { Int(exactly: $0) } }
        guard tree["format"] == 1, let contract = tree["contract"]?.string, let lines = count(tree, "lines"),
            let unreadable = count(tree, "unreadable"), let unknown = count(tree, "unknown"),
            let messages = tree["messages"]?.elements, let rules = tree["rules"]?.elements
        else { return nil }
        self.init(contract: contract, old: tree["old"]?.string)
        (lineCount, unreadableCount, unknownCount) = (lines, unreadable, unknown)
        isMasked = tree["masked"] == true
        for entry in messages {
            guard let name = entry["message"]?.string, let total = count(entry, "total"),
                let refused = count(entry, "refused"), let broken = count(entry, "broken"),
                let mended = count(entry, "mended")
            else { return nil }
            self.messages[name] = MessageCounts(total: total, refused: refused, broken: broken, mended: mended)
        }
        for entry in rules {
            guard let effect = entry["effect"]?.string, let rule = entry["rule"]?.string,
                let message = entry["message"]?.string, let place = entry["place"]?.string,
                let count = count(entry, "count")
            else { return nil }
            self.rules[RuleKey(effect: effect, rule: rule, message: message, place: place)] = count
        }
    }

    /// The summary for people.
    public var text: String {
        var lines: [String] = []
        for (name, counts) in messages.sorted(by: { $0.key < $1.key }) {
            let said =
                old == nil
                ? "\(counts.refused) of \(counts.total) refused"
                : "\(counts.broken) of \(counts.total) break, \(counts.mended) are right now"
            lines.append("\(name): \(said)")
            for (key, count) in rules.sorted(by: { $0.key < $1.key }) where key.message == name {
                if old != nil, key.effect == "refused" { continue }
                let place = key.place.isEmpty ? "the body" : key.place
                lines.append("    \(count) \(key.effect) by \(key.rule) at \(place)")
            }
        }
        var last = "\(lineCount) lines"
        if unknownCount > 0 { last += ", \(unknownCount) messages that \(contract) does not know" }
        if unreadableCount > 0 { last += ", \(unreadableCount) that can't be read" }
        lines.append("\(old.map { "\($0) to " } ?? "")\(contract): \(last)")
        if isMasked {
            lines.append("personal data are masked in a journal; verdicts on them are not those of the traffic")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each kind of message that breaks.
    var comparisonLines: [String] {
        messages.sorted { $0.key < $1.key }
            .map { "yours: \($0.value.broken) of \($0.value.total) \($0.key) break" }
    }
}
