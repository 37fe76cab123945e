import PayoutConformance
import PayoutVectors

/// The options that choose cases.
enum SelectionOptions {
    static let definitions = [
        OptionDefinition("--only", .many("CASE"), help: "run only this case, or all whose ids begin so, up to a dot"),
        OptionDefinition("--skip", .many("CASE"), help: "leave out this case, or all whose ids begin so"),
        OptionDefinition("--tag", .many("TAG"), help: "run only cases with this tag"),
        OptionDefinition("--rule", .many("RULE"), help: "run only cases about this rule"),
    ]

    /// The cases that the options choose.
    static func apply(_ arguments: ParsedArguments, to cases: [ContractCase]) throws(UsageError) -> [ContractCase] {
        let selection = CaseSelection(
            only: arguments.all("--only"),
            skip: arguments.all("--skip"),
            tags: arguments.all("--tag"),
            rules: arguments.all("--rule").map { RuleID(rawValue: $0.uppercased()) }
        )
        do throws(SelectionError) {
            return try selection.apply(to: cases)
        } catch {
            let near = Suggestion.clause(for: error.name, among: error.known)
            throw UsageError("\(error)\(near.isEmpty ? whereNamesAre(error) : near)")
        }
    }

    /// What to look at when no name is near.
    private static func whereNamesAre(_ error: SelectionError) -> String {
        switch error.kind {
        case .id: "; `payoutkit cases` lists them"
        case .tag: "; there are \(error.known.joined(separator: ", "))"
        case .rule: "; `payoutkit explain` lists the rules, and `payoutkit cases` says which a case is about"
        case .nothing: ""
        }
    }
}
