import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit explain`: the rules of the contract in words.
    static let explain = CommandDefinition(
        "explain",
        summary: "Print a rule of the contract: what it says, why, and how to keep it; or list all rules",
        operands: Operands(synopsis: "[RULE]", count: 0...1),
        options: [
            OptionDefinition("--lang", .one("en|ru"), help: "language of the text (default: en)"),
            OutputFormat.option(json: "one object a rule, in both languages"), .vectors,
        ],
        discussion: """
            RULE is an id such as AMOUNT.MINOR_UNITS, as findings print it in brackets. A MUST that is broken is an error, a
            SHOULD a warning. The profile strict is for what a partner sends; lenient leaves room where the bank's pages are
            silent or contradict each other.
            """
    ) { arguments, console in
        let format = try arguments.outputFormat()
        if format == .json, arguments.has("--lang") {
            throw UsageError("--lang has no meaning with --format json, which has both languages")
        }
        let language = try arguments.choice("--lang", of: LocalizedText.Language.self) ?? .en
        let vectors = try arguments.vectorSet()
        let rules = try vectors.rules()
        let rule = try arguments.operands.first.map { name throws(UsageError) in try rules.rule(named: name) }
        let cases = try vectors.cases()
        switch format {
        case .json:
            let records = try vectors.document(at: "rules.json").root["rules"].map { Array($0.elements) } ?? []
            for record in records where rule == nil || record["id"]?.string == rule?.id.rawValue {
                console.print(RuleLine.json(record, cases: cases))
            }
        case .text:
            if let rule {
                let naming = cases.filter { $0.mentionedRules.contains(rule.id) }
                console.write(Array(RuleText(rule: rule, language: language, cases: naming).text.utf8))
            } else {
                console.write(Array(RuleLine.table(rules.all, language).utf8))
            }
        }
        return .right
    }
}
