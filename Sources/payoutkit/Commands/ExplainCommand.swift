import PayoutVectors

extension CommandDefinition {
    /// `payoutkit explain`: a rule of the contract in words.
    static let explain = CommandDefinition(
        "explain",
        summary: "Print a rule of the contract: what it says, why, and how to keep it",
        operands: Operands(synopsis: "RULE", count: 1...1),
        options: [OptionDefinition("--lang", .one("en|ru"), help: "language (default: en)")],
        discussion: "RULE is an id such as AMOUNT.MINOR_UNITS, as findings print it in brackets."
    ) { arguments, console in
        let language = try arguments.choice("--lang", of: LocalizedText.Language.self) ?? .en
        let name = arguments.operands[0].uppercased()
        let rules = try VectorSet.embedded.rules()
        guard let rule = rules[RuleID(rawValue: name)] else {
            let known = rules.all.map(\.id.rawValue)
            throw UsageError("unknown rule \(name)\(Suggestion.clause(for: name, among: known))")
        }
        console.print(RuleText(rule, in: language).description)
        return .right
    }
}

/// A rule as `explain` prints it.
private struct RuleText: CustomStringConvertible {
    let description: String

    init(_ rule: Rule, in language: LocalizedText.Language) {
        let isRussian = language == .ru
        var level = rule.level.rawValue
        if rule.lenientLevel != rule.level {
            level +=
                isRussian ? " (lenient: \(rule.lenientLevel.rawValue))" : " (\(rule.lenientLevel.rawValue) in lenient)"
        }
        var lines = ["\(rule.id)  \(level)", "", rule.statement[language], ""]
        lines.append((isRussian ? "Почему: " : "Why: ") + rule.why[language])
        lines.append((isRussian ? "Что делать: " : "Fix: ") + rule.fix[language])
        if let good = rule.good { lines.append((isRussian ? "Верно:   " : "Right: ") + good) }
        if let bad = rule.bad { lines.append((isRussian ? "Неверно: " : "Wrong: ") + bad) }
        lines.append("")
        lines.append(isRussian ? "Источники:" : "Sources:")
        for source in rule.sources { lines.append("  \(source.certainty.rawValue): \(source.location)") }
        description = lines.joined(separator: "\n")
    }
}
