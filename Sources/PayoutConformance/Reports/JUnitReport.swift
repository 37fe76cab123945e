import PayoutVectors

/// The report as JUnit XML, for pipelines: one `testcase` a case.
///
/// `failure` is a failed case, `skipped` one that gave no verdict or is known to fail, `system-out` holds warnings.
public struct JUnitReport: ReportWriter, Hashable, Sendable {
    /// Creates a writer.
    public init() {}

    /// The whole document.
    public func write(_ report: SuiteReport) -> [UInt8] {
        let summary = report.summary
        let skipped = summary.notRun + summary.notApplicable + summary.knownFailing
        let className = MarkupText.escaped("\(report.suite) \(report.target)")
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites>
              <testsuite name="\(className)" tests="\(summary.total)" failures="\(summary.failed)" errors="0" \
            skipped="\(skipped)" time="\(report.duration.inSeconds)">
                <properties>
                  <property name="signature-scope" value="\(MarkupText.escaped(SuiteReport.signatureScope))"/>
                </properties>

            """
        for result in report.results { text += testCase(result, className: className) }
        text += "  </testsuite>\n</testsuites>\n"
        return Array(text.utf8)
    }

    private func testCase(_ result: CaseResult, className: String) -> String {
        let head = """
                <testcase classname="\(className)" name="\(MarkupText.escaped(result.id))" time="\(result.duration.inSeconds)"
            """
        let content = self.content(of: result)
        return content.isEmpty ? head + "/>\n" : head + ">\n" + content + "    </testcase>\n"
    }

    private func content(of result: CaseResult) -> String {
        let details = result.findings.map(\.lines).joined(separator: "\n")
        switch result.outcome {
        case .passed:
            return ""
        case .warned:
            return "      <system-out>\(MarkupText.escaped(details))</system-out>\n"
        case .failed:
            let message = result.findings.first { $0.level == .must }.map { "\($0.rule.rawValue): \($0.message)" }
            return
                "      <failure message=\"\(MarkupText.escaped(message ?? result.title))\">\(MarkupText.escaped(details))</failure>\n"
        case .knownFailing, .notRun, .notApplicable:
            let message = [result.outcome.name, result.outcome.reason].compactMap(\.self).joined(separator: ": ")
            return "      <skipped message=\"\(MarkupText.escaped(message))\"/>\n"
        }
    }
}

extension CaseFinding {
    /// The finding as lines of text, for reports that hold it as one block.
    var lines: String {
        var lines = ["\(rule.rawValue) (\(level.rawValue)): \(message)"]
        if let expected { lines.append("expected: \(expected)") }
        if let received { lines.append("received: \(received)") }
        if let sent { lines.append("sent: \(sent)") }
        lines += difference?.lines ?? []
        if let cause { lines.append("cause: \(cause)") }
        if let fix { lines.append("fix: \(fix)") }
        return lines.joined(separator: "\n")
    }
}
