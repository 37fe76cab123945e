import PayoutConformance
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit cases`: what the suites check.
    static let cases = CommandDefinition(
        "cases",
        summary: "List the cases of the contract suites",
        operands: Operands(synopsis: "[SUITE]", count: 0...1),
        options: SelectionOptions.definitions + [
            OptionDefinition("--format", .one("text|json"), help: "form of the list (default: text)")
        ],
        discussion: """
            SUITE is bank, partner or adapter; without it the cases of all suites are listed. The text has one line a case:
            id, level, rules, and after a < the twin whose acceptance makes a negative case count.
            """
    ) { arguments, console in
        let isJSON = try arguments.choice("--format", of: CaseListFormat.self) == .json
        var cases = ContractCases.all
        if let name = arguments.operands.first {
            guard let suite = ContractCases.suites.first(where: { $0.name == name }) else {
                let known = ContractCases.suites.map(\.name)
                throw UsageError("there is no suite \(name)\(Suggestion.clause(for: name, among: known))")
            }
            cases = suite.cases
        }
        let selected = try SelectionOptions.apply(arguments, to: cases)
        if isJSON {
            console.write(JSONWriter.pretty.write(.array(selected.map(\.json))))
        } else {
            for contractCase in selected { console.print(contractCase.line) }
            console.complain("\(selected.count) cases")
        }
        return .right
    }
}

private enum CaseListFormat: String, CaseIterable {
    case text
    case json
}

extension ContractCase {
    fileprivate var line: String {
        let rules = rules.map(\.rawValue).joined(separator: " ")
        let twin = twin.map { "  < \($0)" } ?? ""
        return "\(id)  \(level.rawValue)  \(rules)\(twin)"
    }

    fileprivate var json: JSONTree {
        var tree: JSONTree = [
            "id": .string(id), "title": .string(title), "level": .string(level.rawValue),
            "rules": .array(rules.map { .string($0.rawValue) }), "tags": .array(tags.map(JSONTree.string)),
            "timeout_s": JSONTree(integerLiteral: timeout.components.seconds), "moves_money": .boolean(movesMoney),
            "needs_webhooks": .boolean(needsWebhooks),
        ]
        if let twin { tree["twin"] = .string(twin) }
        return tree
    }
}
