import PayoutContract
import PayoutVectors

/// The report as Markdown, for the summary of a pipeline: the counts, what is wrong, and the rules that were not exercised.
public struct MarkdownReport: ReportWriter, Hashable, Sendable {
    /// A summary has limited room; the other forms hold everything.
    private static let maximumCount = 50

    /// Creates a writer.
    public init() {}

    /// The whole document.
    public func write(_ report: SuiteReport) -> [UInt8] {
        var lines = ["# \(text(report.verdict))", "", "\(text(report.target)), suite \(text(report.suite)).", ""]
        lines += counts(of: report.summary)
        lines += report.complaints.map { "- **known failures:** \(text($0))" }
        if report.isStopped { lines += ["", "The run was stopped before its end."] }
        lines += brokenRules(of: report)
        lines += problems(in: report)
        lines += coverage(of: report)
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func counts(of summary: SuiteSummary) -> [String] {
        let names = ["passed", "warned", "failed", "known failing", "not run", "not applicable"]
        let counts = [
            summary.passed, summary.warned, summary.failed, summary.knownFailing, summary.notRun, summary.notApplicable,
        ]
        return [
            "| cases | " + names.joined(separator: " | ") + " |",
            "|" + String(repeating: "---:|", count: names.count + 1),
            "| \(summary.total) | " + counts.map(String.init).joined(separator: " | ") + " |", "",
        ]
    }

    private func brokenRules(of report: SuiteReport) -> [String] {
        let broken = report.brokenRules
        guard !broken.isEmpty else { return [] }
        let rows = broken.prefix(Self.maximumCount)
            .map { "| \(text($0.rule.rawValue)) | \($0.failedCount) | \($0.warnedCount) | `\($0.firstCase)` |" }
        return ["## Broken rules", "", "| rule | failed cases | warned cases | first case |", "|---|---:|---:|---|"]
            + rows + [""]
    }

    private func problems(in report: SuiteReport) -> [String] {
        let wrong = report.results.filter { $0.outcome != .passed }
        guard !wrong.isEmpty else { return [] }
        var lines = ["## What is to be said", "", "| case | outcome | rule | what is wrong |", "|---|---|---|---|"]
        for result in wrong.prefix(Self.maximumCount) {
            let finding = result.findings.first { $0.level == .must } ?? result.findings.first
            let rule = finding?.rule.rawValue ?? result.rules.first?.rawValue ?? ""
            let message = finding?.message ?? result.outcome.reason ?? ""
            lines.append("| `\(result.id)` | \(result.outcome.name) | \(text(rule)) | \(text(message)) |")
        }
        if wrong.count > Self.maximumCount { lines.append("\nand \(wrong.count - Self.maximumCount) more") }
        return lines + [""]
    }

    private func coverage(of report: SuiteReport) -> [String] {
        guard let register = try? Contract.embedded().rules() else { return [] }
        let coverage = RuleCoverage.of(report, in: register)
        let missing = coverage.compactMap { item -> String? in
            guard case .none(let reason) = item.extent else { return nil }
            return "- `\(item.rule.id.rawValue)` (\(item.rule.level.rawValue)): \(text(reason))"
        }
        let exercised = coverage.count { if case .exercised = $0.extent { true } else { false } }
        let inPassing = coverage.count { $0.extent == .inPassing }
        return [
            "## Rules", "",
            "\(exercised) exercised by cases, \(inPassing) judged in every message, \(missing.count) not exercised.",
            "",
            "<details><summary>Not exercised, and why</summary>", "",
        ] + missing + ["", "</details>"]
    }

    /// `text` on one line, with everything that Markdown would read escaped.
    private func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "|", "\\", "`", "*", "_", "[", "]", "#", "!", "~": result += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension SuiteReport {
    /// What the run came to, as a headline.
    var verdict: String {
        switch exitCode {
        case 0: summary.warned == 0 ? "The contract holds" : "The contract holds, with warnings"
        case 1: summary.failed == 0 ? "The list of known failures does not hold" : "The contract is broken"
        default: "The run is incomplete"
        }
    }
}
