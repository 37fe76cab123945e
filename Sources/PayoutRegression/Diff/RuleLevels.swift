import PayoutVectors

/// The levels of the rules of two contracts: a rule of level SHOULD refuses nothing.
struct RuleLevels {
    /// One contract's rules.
    private struct Side {
        let isBinding: [String: Bool]
        let usual: [String: String]

        init(_ rules: [Rule]) {
            isBinding = Dictionary(
                rules.map { ($0.id.rawValue, $0.level == .must) },
                uniquingKeysWith: { first, _ in first }
            )
            usual = Dictionary(
                rules.flatMap { rule in rule.keywords.map { ($0, rule.id.rawValue) } },
                uniquingKeysWith: { first, _ in first }
            )
        }

        /// Whether the rules of a keyword are binding: one answer where all are alike.
        func levels(of rules: String?, _ keyword: String) -> Set<Bool> {
            let names = rules?.split(separator: ",").map { String($0.drop { $0 == " " }) }
            // What the register does not know is binding.
            return Set((names ?? [usual[keyword] ?? "MEMBER.VALUE"]).map { isBinding[$0] ?? true })
        }
    }

    private let old: Side?
    private let new: Side?

    /// No rules are known: schemas that stand alone have none.
    init() {
        old = nil
        new = nil
    }

    /// The rules of two contracts.
    init(old: [Rule], new: [Rule]) {
        self.old = old.isEmpty ? nil : Side(old)
        self.new = new.isEmpty ? nil : Side(new)
    }

    /// What the other rule of a keyword does.
    func effect(_ difference: SchemaDifference) -> ChangeEffect {
        guard let old, let new, let keyword = difference.name else { return .none }
        let before = old.levels(of: difference.before, keyword)
        let after = new.levels(of: difference.after, keyword)
        guard before.count == 1, after.count == 1 else { return .either }
        if before == after { return .none }
        return after.contains(true) ? .narrows : .widens
    }
}
