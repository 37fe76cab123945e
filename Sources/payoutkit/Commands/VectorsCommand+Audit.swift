import PayoutRegression
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    private enum Format: String, CaseIterable {
        case text
        case json
    }

    /// `payoutkit vectors audit`: breaks the contract in every place and asks which case notices.
    static let auditVectors = CommandDefinition(
        "audit",
        summary: "Prove that the vectors bite: break every constraint and ask which case notices",
        options: [
            OptionDefinition("--rule", .one("ID"), help: "only the mutants of one rule"),
            OptionDefinition("--format", .one("text|json"), help: "how to print the result (default: text)"),
            OptionDefinition("--verbose", help: "print every mutant and the case that killed it"),
            .vectors,
        ],
        discussion: """
            Each keyword of each schema, each check and each step is taken away or changed, one at a time. A case kills the
            mutant when it names one of its rules and has another outcome than it states. Exit code 1: a mutant survived.
            """
    ) { arguments, console in
        let format = try arguments.choice("--format", of: Format.self) ?? .text
        let vectors = try arguments.vectorSet()
        let rule = try arguments["--rule"].map { try vectors.rules().rule(named: $0).id }
        let report = try VectorAudit(vectors).run(rule: rule)
        switch format {
        case .text:
            for line in AuditText.lines(of: report, isVerbose: arguments.has("--verbose")) { console.print(line) }
        case .json: console.write(JSONWriter.pretty.write(report.tree))
        }
        return report.isPassed ? .right : .wrong
    }
}

/// An audit as it is printed for people.
private enum AuditText {
    static func lines(of report: AuditReport, isVerbose: Bool) -> [String] {
        var lines: [String] = []
        if isVerbose {
            lines += report.outcomes.map { "\(fate($0.fate)): \($0.mutant)" } + [""]
        }
        for score in report.scores where isVerbose || score.killedCount < score.mutantCount {
            lines.append("\(score.rule): \(score.killedCount) of \(score.mutantCount) killed")
        }
        for mutant in report.survivors {
            lines.append("survived: \(mutant) [\(mutant.rules.map(\.rawValue).joined(separator: ", "))]")
        }
        lines += report.staleEquivalents.map { "listed as equivalent, and is not needed: \($0)" }
        let total = report.outcomes.count
        lines.append(
            "\(total) mutants: \(report.killedCount) killed, \(report.equivalentCount) equivalent, "
                + "\(report.survivors.count) survived"
        )
        return lines
    }

    private static func fate(_ fate: MutantOutcome.Fate) -> String {
        switch fate {
        case .killed(let id): "killed by \(id)"
        case .equivalent(let reason): "equivalent, \(reason)"
        case .survived: "survived"
        }
    }
}
