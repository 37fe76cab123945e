public import PayoutVectors

/// Which cases of a suite run.
public struct CaseSelection: Hashable, Sendable {
    /// Ids, or their beginnings up to a dot; none stands for all.
    public var only: [String]
    /// Ids, or their beginnings up to a dot, that are left out.
    public var skip: [String]
    /// Tags of which a case needs one; none stands for all.
    public var tags: [String]
    /// Rules of which a case needs one; none stands for all.
    public var rules: [RuleID]

    /// Creates a selection; of all cases unless told otherwise.
    public init(only: [String] = [], skip: [String] = [], tags: [String] = [], rules: [RuleID] = []) {
        self.only = only
        self.skip = skip
        self.tags = tags
        self.rules = rules
    }

    /// Whether all cases are selected.
    public var isEverything: Bool { self == CaseSelection() }

    /// The cases selected, in their order, with the twins that their verdicts need.
    ///
    /// - Throws: `SelectionError` when a name matches no case, and when nothing is left.
    public func apply(to cases: [ContractCase]) throws(SelectionError) -> [ContractCase] {
        try checkNames(in: cases)
        let selected = cases.filter(matches)
        guard !selected.isEmpty else { throw SelectionError(kind: .nothing, name: "", known: []) }
        let ids = Set(selected.map(\.id)).union(selected.compactMap(\.twin))
        return cases.filter { ids.contains($0.id) }
    }

    private func matches(_ contractCase: ContractCase) -> Bool {
        (only.isEmpty || only.contains { Self.covers($0, contractCase.id) })
            && !skip.contains { Self.covers($0, contractCase.id) }
            && (tags.isEmpty || tags.contains { contractCase.tags.contains($0) })
            && (rules.isEmpty || rules.contains { contractCase.rules.contains($0) })
    }

    /// Whether `name` is the id or stands at its beginning, up to a dot.
    private static func covers(_ name: String, _ id: String) -> Bool {
        id == name || id.hasPrefix(name.hasSuffix(".") ? name : name + ".")
    }

    /// What stands before the dots of the ids.
    private static func beginnings(of cases: [ContractCase]) -> [String] {
        let all = cases.flatMap { contractCase in
            let parts = contractCase.id.split(separator: ".")
            return parts.indices.dropFirst().map { parts[..<$0].joined(separator: ".") }
        }
        return Set(all).sorted()
    }

    private func checkNames(in cases: [ContractCase]) throws(SelectionError) {
        for name in only + skip where !cases.contains(where: { Self.covers(name, $0.id) }) {
            throw SelectionError(kind: .id, name: name, known: cases.map(\.id) + Self.beginnings(of: cases))
        }
        for tag in tags where !cases.contains(where: { $0.tags.contains(tag) }) {
            throw SelectionError(kind: .tag, name: tag, known: Set(cases.flatMap(\.tags)).sorted())
        }
        for rule in rules where !cases.contains(where: { $0.rules.contains(rule) }) {
            let known = Set(cases.flatMap(\.rules)).sorted().map(\.rawValue)
            throw SelectionError(kind: .rule, name: rule.rawValue, known: known)
        }
    }
}

/// A selection that can't be meant so: a name that matches nothing, or nothing left to run.
public struct SelectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the name was to be.
    public enum Kind: String, Hashable, Sendable {
        /// The id of a case, or its beginning.
        case id = "case"
        /// A tag.
        case tag
        /// The id of a rule.
        case rule
        /// No name is wrong, and no case is left.
        case nothing
    }

    /// What the name was to be.
    public var kind: Kind
    /// The name that matches nothing.
    public var name: String
    /// The names that there are, to suggest one of.
    public var known: [String]

    /// One sentence.
    public var description: String {
        kind == .nothing ? "the selection leaves no case to run" : "no case matches the \(kind.rawValue) \(name)"
    }
}
