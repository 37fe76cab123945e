import PayoutContract
import PayoutVectors

/// The report for people: one line a case, the details of what is wrong under it, the summary last.
///
/// The parts can be printed one by one while a run goes on, or together by `write(_:)`.
public struct TerminalReport: ReportWriter, Sendable {
    private static let outcomeWidth = 14
    /// The list of broken rules is for orientation; all of them stand with their cases.
    private static let maximumRuleCount = 12
    private static let indent = String(repeating: " ", count: outcomeWidth + 2)

    /// How a case is run again: the words before and after its id; nil leaves it out.
    public var again: (before: String, after: String)?

    /// Creates a writer.
    ///
    /// - Parameter again: How a case is run again: the words before and after its id.
    public init(again: (before: String, after: String)? = nil) {
        self.again = again
    }

    /// Everything: the cases, then the summary.
    public func write(_ report: SuiteReport) -> [UInt8] {
        var text = ""
        for result in report.results { text += self.text(for: result) }
        if !text.isEmpty { text += "\n" }
        text += summary(of: report)
        return Array(text.utf8)
    }

    /// The line of one case and, where something is wrong, what is right and the lines that explain it; ends with a newline.
    public func text(for result: CaseResult) -> String {
        var text = result.outcome.name.padded(to: Self.outcomeWidth) + "  " + result.id + "\n"
        if !result.findings.isEmpty { text += Self.indent + printable(result.title) + "\n" }
        if let reason = result.outcome.reason { text += Self.indent + printable(reason) + "\n" }
        for finding in result.findings { text += self.text(for: finding) }
        if let again, result.outcome == .failed {
            text += Self.indent + "  again     " + printable(again.before + result.id + again.after) + "\n"
        }
        return text
    }

    /// The last lines: how many cases came to what, and what that means; ends with a newline.
    public func summary(of report: SuiteReport) -> String {
        let summary = report.summary
        let counts = [
            (summary.passed, "passed"), (summary.warned, "warned"), (summary.failed, "failed"),
            (summary.knownFailing, "known failing"), (summary.notRun, "not run"),
            (summary.notApplicable, "not applicable"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let cases = summary.total == 1 ? "1 case" : "\(summary.total) cases"
        var text = brokenRules(of: report) + "\(report.target): \(cases)"
        if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
        text += " (\(report.duration.inSeconds) s)\n"
        for complaint in report.complaints { text += "Known failures: \(printable(complaint)).\n" }
        if report.isStopped { text += "The run was stopped before its end.\n" }
        switch report.exitCode {
        case 0: text += summary.warned == 0 ? "The contract holds.\n" : "The contract holds, with warnings.\n"
        case 1 where summary.failed == 0: text += "Nothing failed, but the list of known failures does not hold.\n"
        case 1: text += "The contract is broken.\n"
        default: text += "Nothing failed, but the run is incomplete: a MUST was not proven.\n"
        }
        return text + SuiteReport.signatureScope + "\n"
    }

    /// The rules that most failures have in common; nothing where none is broken.
    private func brokenRules(of report: SuiteReport) -> String {
        let broken = report.brokenRules
        guard !broken.isEmpty else { return "" }
        let shown = broken.prefix(Self.maximumRuleCount)
        let width = shown.map(\.rule.rawValue.utf8.count).max() ?? 0
        var text = "Broken rules:\n"
        for item in shown {
            text += "  \(item.rule.rawValue.padded(to: width))  \(item.summary)\n"
        }
        if broken.count > shown.count { text += "  and \(broken.count - shown.count) more\n" }
        return text + "\n"
    }

    private func text(for finding: CaseFinding) -> String {
        var lines = ["\(finding.message)  [\(finding.rule.rawValue), \(finding.level.rawValue)]"]
        let details = [
            ("rule", finding.statement), ("expected", finding.expected), ("received", finding.received),
            ("sent", finding.sent), ("cause", finding.cause), ("fix", finding.fix),
        ]
        for case (let name, let detail?) in details {
            if name == "cause" { lines += (finding.difference?.lines ?? []).map { "  bytes     " + $0 } }
            lines.append("  " + name.padded(to: 10) + detail)
        }
        return lines.map { Self.indent + printable($0) + "\n" }.joined()
    }

    /// `text` without control characters: what is under test must not write to the terminal.
    private func printable(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: result.append("?")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
