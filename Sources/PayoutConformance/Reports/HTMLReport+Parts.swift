import PayoutContract
import PayoutVectors

extension HTMLReport {
    /// The inputs that the style sheet reads: they stand before everything that they hide.
    var filterInputs: String {
        let all = "<input type=\"radio\" name=\"filter\" id=\"show-all\" checked>"
        return ([all] + Self.outcomes.map { "<input type=\"radio\" name=\"filter\" id=\"show-\($0.1)\">" })
            .joined(separator: "\n")
    }

    /// The buttons for them, each with its count.
    func filterLabels(_ summary: SuiteSummary) -> String {
        let counts = [
            "failed": summary.failed, "warned": summary.warned, "known": summary.knownFailing,
            "not-run": summary.notRun, "not-applicable": summary.notApplicable, "passed": summary.passed,
        ]
        let labels = Self.outcomes.map { name, className in
            "<label for=\"show-\(className)\" class=\"\(className)\">\(name) <b>\(counts[className] ?? 0)</b></label>"
        }
        return """
            <nav aria-label="filter"><label for="show-all">all <b>\(summary.total)</b></label>
            \(labels.joined(separator: "\n"))
            </nav>
            """
    }

    /// Which rules were exercised, and which were not and why.
    func coverage(of report: SuiteReport) -> String {
        guard let register = try? Contract.embedded().rules() else { return "" }
        let rows = RuleCoverage.of(report, in: register)
            .map { item in
                let (name, text) = describe(item)
                return """
                    <tr id="rule-\(MarkupText.escaped(item.rule.id.rawValue))" class="\(name)">\
                    <th scope="row"><code>\(MarkupText.escaped(item.rule.id.rawValue))</code></th>\
                    <td>\(item.rule.level.rawValue)</td><td>\(MarkupText.escaped(text))</td>\
                    <td>\(MarkupText.escaped(item.rule.statement.en))</td></tr>
                    """
            }
        return """
            <section class="coverage"><h2>Rules</h2>
            <table><thead><tr><th>rule</th><th>level</th><th>exercised</th><th>statement</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></section>
            """
    }

    private func describe(_ coverage: RuleCoverage) -> (className: String, text: String) {
        let broken = coverage.brokenCount == 0 ? "" : "; broken in \(coverage.brokenCount)"
        return switch coverage.extent {
        case .exercised(let count): (broken.isEmpty ? "kept" : "broken", "by \(count) cases\(broken)")
        case .inPassing: (broken.isEmpty ? "kept" : "broken", "in every message\(broken)")
        case .none(let reason): ("open", "no: \(reason)\(broken)")
        }
    }

    /// What the report does not prove.
    var footer: String {
        """
        <footer><p>Personal data is masked with *. A signature of the payout API covers the bytes of a body and nothing \
        else: neither path, method, project, idempotency key or another header, nor time. A copied request verifies again, \
        at any time and at any path; states, ids that are used once, and TLS have to stand against that.</p>
        <p>A seal of this kit covers the bytes of one JSON report: it tells who has sealed it, not that the run took place, \
        when, or against what.</p></footer>
        """
    }
}
