import PayoutVectors

extension CommandDefinition {
    /// `payoutkit explain`: a rule of the contract in words.
    static let explain = CommandDefinition(
        "explain",
        summary: "Print a rule of the contract: what it says, why, and how to keep it",
        operands: Operands(synopsis: "RULE", count: 1...1),
        options: [OptionDefinition("--lang", .one("en|ru"), help: "language (default: en)")]
    ) { arguments, console in
        let language = try arguments.choice("--lang", of: Language.self) ?? .english
        let name = arguments.operands[0].uppercased()
        let rules = try VectorSet.embedded.rules()
        guard let rule = rules[RuleID(rawValue: name)] else {
            let known = rules.all.map(\.id.rawValue)
            throw UsageError("unknown rule \(name)\(Suggestion.clause(for: name, among: known))")
        }
        console.print(RuleText(rule: rule, language: language).description)
        return .right
    }
}
