import ConformanceZoo
import PayoutConformance
import PayoutContract
import PayoutVectors

extension CommandDefinition {
    /// `payoutkit audit`: do the suites bite.
    static let audit = CommandDefinition(
        "audit",
        summary: "Prove that the suites bite: show them banks and partners that are broken on purpose",
        options: [OptionDefinition("--verbose", help: "print a line for each of them, not only for those that escape")],
        discussion: """
            Each specimen of the zoo is the kit's own bank or partner with one thing broken. It counts as caught when the case
            that is meant for it fails, or warns, by the very rule that it breaks.

            Exit codes: 0 all are caught, 1 one escapes.
            """
    ) { arguments, console in
        let audit = try ZooAudit()
        for observation in audit.observations where arguments.has("--verbose") || !observation.isCaught {
            console.print(observation.line)
        }
        if arguments.has("--verbose") || !audit.escaped.isEmpty { console.print("") }
        for row in try AuditMatrix(audit).rows { console.print(row) }
        return audit.escaped.isEmpty ? .right : .wrong
    }
}

extension Observation {
    fileprivate var line: String {
        let verdict = isCaught ? "caught   " : "ESCAPED  "
        let rules = Set(result.findings.map(\.rule.rawValue)).sorted().joined(separator: ", ")
        let found = isCaught ? "" : " (\(result.outcome.name)\(rules.isEmpty ? "" : ": " + rules))"
        return verdict
            + "\(specimen.rule.rawValue)  \(specimen.caseID)  \(specimen.suite) that \(specimen.name)\(found)"
    }
}

/// Rules by suites: how many specimens break a rule in each suite, and how many of them are caught.
private struct AuditMatrix {
    let rows: [String]

    init(_ audit: ZooAudit) throws {
        let suites = ContractCases.suites.map(\.name)
        let rules = Set(audit.observations.map(\.specimen.rule)).sorted()
        let width = (rules.map(\.rawValue.utf8.count).max() ?? 0) + 2
        var rows = ["rule".padded(to: width) + suites.map { $0.padded(to: 10) }.joined()]
        for rule in rules {
            let cells = suites.map { suite in
                let own = audit.observations.filter { $0.specimen.rule == rule && $0.specimen.suite == suite }
                return (own.isEmpty ? "-" : "\(own.count(where: \.isCaught))/\(own.count)").padded(to: 10)
            }
            rows.append(rule.rawValue.padded(to: width) + cells.joined())
        }
        rows.append("")
        for family in ZooAudit.Family.allCases {
            let (caught, all) = audit.score(of: family)
            let percent = all == 0 ? "no specimen" : "\(caught * 100 / all) %"
            rows.append(family.rawValue.padded(to: 12) + "\(caught) of \(all)".padded(to: 14) + percent)
        }
        let unbroken = audit.unbroken(in: try Contract.embedded().rules())
        if !unbroken.isEmpty {
            rows.append("")
            rows.append(
                "MUST rules with a case and without a specimen: " + unbroken.map(\.rawValue).joined(separator: ", ")
            )
        }
        self.rows = rows
    }
}
