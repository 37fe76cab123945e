import PartnerSignature
import PayoutContract
import PayoutVectors

/// The report as one page for people: no script, no file beside it, the summary on top, every case with an address of its own.
public struct HTMLReport: ReportWriter, Hashable, Sendable {
    /// The outcomes in the order of the filters, with the class of their cases.
    static let outcomes = [
        ("failed", "failed"), ("warned", "warned"), ("known failing", "known"), ("not run", "not-run"),
        ("not applicable", "not-applicable"), ("passed", "passed"),
    ]

    /// Creates a writer.
    public init() {}

    /// The whole page.
    public func write(_ report: SuiteReport) -> [UInt8] {
        let text = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(report.verdict)): \(escaped(report.target))</title>
            <style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body>
            \(filterInputs)
            \(header(report))
            \(filterLabels(report.summary))
            <main>
            \(report.results.map(section).joined(separator: "\n"))
            </main>
            \(coverage(of: report))
            \(footer)
            </body>
            </html>

            """
        return Array(text.utf8)
    }

    private func escaped(_ text: String) -> String { MarkupText.escaped(text) }

    private func header(_ report: SuiteReport) -> String {
        let notes =
            report.complaints.map { "Known failures: \($0)." }
            + (report.isStopped ? ["The run was stopped before its end."] : [])
        return """
            <header class="exit-\(report.exitCode)">
            <h1>\(escaped(report.verdict))</h1>
            <p>\(escaped(report.target)) · suite \(escaped(report.suite)) · \(report.summary.total) cases · \
            \(report.duration.inSeconds) s · payoutkit \(KitVersion.text)</p>
            \(notes.map { "<p class=\"note\">\(escaped($0))</p>" }.joined(separator: "\n"))
            </header>
            """
    }

    private func section(_ result: CaseResult) -> String {
        let name = Self.outcomes.first { $0.0 == result.outcome.name }?.1 ?? "passed"
        let reason = result.outcome.reason.map { "<p>\(escaped($0))</p>" } ?? ""
        let twin = result.twin.map { "<p>Twin: <a href=\"#\(escaped($0))\">\(escaped($0))</a></p>" } ?? ""
        let isOpen = result.findings.isEmpty && result.outcome.reason == nil ? "" : " open"
        return """
            <details class="case \(name)" id="\(escaped(result.id))"\(isOpen)>
            <summary><span class="outcome">\(escaped(result.outcome.name))</span> <code>\(escaped(result.id))</code>\
             <a class="link" href="#\(escaped(result.id))" aria-label="address of this case">#</a></summary>
            <p>\(escaped(result.title)).</p>
            <p class="rules">\(result.level.rawValue) · \
            \(result.rules.map { "<a href=\"#rule-\(escaped($0.rawValue))\">\(escaped($0.rawValue))</a>" }.joined(separator: ", "))</p>
            \(reason)\(result.findings.map(finding).joined(separator: "\n"))\(twin)
            </details>
            """
    }

    private func finding(_ finding: CaseFinding) -> String {
        let rows = [
            ("rule", finding.statement), ("expected", finding.expected), ("received", finding.received),
            ("sent", finding.sent), ("cause", finding.cause), ("fix", finding.fix),
        ]
        let list = rows.compactMap { name, value in
            value.map { "<dt>\(name)</dt><dd>\(escaped($0))</dd>" }
        }
        return """
            <section class="finding \(finding.level == .must ? "must" : "should")">
            <h3>\(escaped(finding.message)) <small>\(escaped(finding.rule.rawValue)), \(finding.level.rawValue)</small></h3>
            <dl>\(list.joined(separator: "\n"))</dl>
            \(finding.difference.map(table) ?? "")
            </section>
            """
    }

    /// The two excerpts under each other, with what differs marked.
    private func table(_ difference: SignedDifference) -> String {
        func row(_ name: String, _ bytes: [UInt8], _ other: [UInt8]) -> String {
            let cells = bytes.enumerated()
                .map { index, byte in
                    let digits = Hexadecimal.encode([byte])
                    let isSame = index < other.count && other[index] == byte
                    return isSame ? "<td>\(digits)</td>" : "<td><mark>\(digits)</mark></td>"
                }
            let text = escaped(SignedDifference.characters(bytes))
            return "<tr><th scope=\"row\">\(name)</th>\(cells.joined())<td class=\"text\">\(text)</td></tr>"
        }
        return """
            <div class="bytes"><p>The first difference is at byte \(difference.offset): the body has \
            \(difference.bodyCount) bytes, \(difference.signedCount) were signed. Shown from byte \
            \(difference.start) on.</p>
            <table>\(row("body", difference.body, difference.signed))
            \(row("signed", difference.signed, difference.body))</table></div>
            """
    }
}
