import PayoutVectors

/// What a rule says to do, as it stands after `fix:`.
enum FixClause {
    /// The rule's sentence without a capital and a full stop of its own; an abbreviation keeps its capitals.
    static func of(_ rule: Rule) -> String {
        var clause = Substring(rule.fix.en)
        if clause.hasSuffix(".") { clause = clause.dropLast() }
        guard let first = clause.first, let second = clause.dropFirst().first, second.isLowercase else {
            return String(clause)
        }
        return first.lowercased() + clause.dropFirst()
    }
}
