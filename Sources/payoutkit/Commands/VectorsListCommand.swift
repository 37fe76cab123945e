import PayoutVectors

extension CommandDefinition {
    /// `payoutkit vectors list`: which cases there are.
    static let listVectors = CommandDefinition(
        "list",
        summary: "List the golden cases: id, verdict, rule, title",
        options: CaseFilter.options + [OutputFormat.option(json: "one object a case"), .vectors],
        discussion: """
            --rule and --tag may be repeated: a case has to have all of them. The number of cases goes to standard error.

            payoutkit vectors list --tag wild --verdict reject    mistakes that were seen in real integrations
            """
    ) { arguments, console in
        let vectors = try arguments.vectorSet()
        let all = try vectors.cases()
        let filter = try CaseFilter(arguments, cases: all, rules: vectors.rules())
        let cases = all.filter(filter.accepts)
        switch try arguments.outputFormat() {
        case .text: console.write(Array(CaseLine.table(cases).utf8))
        case .json: for vector in cases { console.print(CaseLine.json(vector)) }
        }
        console.complain(cases.count == 1 ? "1 case" : "\(cases.count) cases")
        return .right
    }
}
