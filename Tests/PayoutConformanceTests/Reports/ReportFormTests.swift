import JSONSchema
import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

@Suite("Forms of a report") struct ReportFormTests {
    private func text(_ form: ReportForm, _ report: SuiteReport = .sample) -> String {
        String(decoding: form.writer.write(report), as: UTF8.self)
    }

    @Test(arguments: [
        ("a.json", ReportForm.json), ("a.XML", .xml), ("x/y.z/report.html", .html), ("a.sarif", .sarif),
        ("a.b.md", .md),
    ])
    func `the ending of a file chooses the form`(name: String, form: ReportForm) {
        #expect(ReportForm(fileName: name) == form)
    }

    @Test(arguments: ["a", ".json", "a.pdf", "a.", "json"])
    func `another ending chooses none`(name: String) {
        #expect(ReportForm(fileName: name) == nil)
    }

    @Test(arguments: ReportForm.allCases)
    func `the same report is the same bytes`(form: ReportForm) {
        #expect(form.writer.write(.sample) == form.writer.write(.sample))
    }

    @Test(arguments: [SuiteReport.sample, .withEverything])
    func `JSON keeps its published schema`(report: SuiteReport) throws {
        let file = try VectorSet.embedded.document(at: "schemas/kit/conformance-report.json")
        let schema = try Schema(compiling: file)
        let violations = schema.violations(in: try JSONDocument(parsing: JSONReport().write(report)))
        #expect(violations.map { "\($0.instanceLocation) \($0.message)" } == [])
    }

    @Test func `HTML needs no script and no other file`() {
        let page = text(.html)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        for forbidden in ["<script", "src=", "@import", "url(", "<link", "http-equiv"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `every case of the page has an address, and each outcome a filter`() {
        let page = text(.html)
        for result in SuiteReport.sample.results {
            #expect(page.contains("id=\"\(result.id)\""))
            #expect(page.contains("href=\"#\(result.id)\""))
        }
        for name in ["failed", "warned", "known", "not-run", "not-applicable", "passed"] {
            #expect(page.contains("id=\"show-\(name)\""))
            #expect(page.contains("#show-\(name):checked ~ main .case:not(.\(name)) { display: none; }"))
        }
    }

    @Test func `what came can't write markup into the page`() {
        let page = text(.html)
        #expect(page.contains("a refusal with &lt;error.code&gt;"))
        #expect(page.contains("no hash &lt;&amp;&gt;"))
        #expect(!page.contains("\u{1B}"))
    }

    @Test func `the page shows differing bytes side by side, with those that differ marked`() {
        let page = text(.html, .withEverything)
        #expect(page.contains("The first difference is at byte 5: the body has 7 bytes, 8 were signed."))
        #expect(page.contains("<td>3a</td><td><mark>31</mark></td><td><mark>7d</mark></td>"))
        #expect(page.contains("<td>3a</td><td><mark>20</mark></td><td><mark>31</mark></td><td><mark>7d</mark></td>"))
    }

    @Test func `the page says what a signature does not cover`() {
        #expect(text(.html).contains("covers the bytes of a body and nothing else"))
    }

    @Test func `SARIF has one result a finding, at its case, with the rule described`() throws {
        let run = try #require(try JSONTree(parsing: text(.sarif))["runs"]?.elements?.first)
        let results = try #require(run["results"]?.elements)
        #expect(results.map { $0["level"]?.string } == ["warning", "error", "error"])
        #expect(results.allSatisfy { $0["ruleId"] == "SIG.KEY" })
        let place = JSONPointer("/locations/0/logicalLocations/0/fullyQualifiedName").flatMap { results[1][$0] }
        #expect(place == "a.failed")
        #expect(results[2]["suppressions"]?.elements?.count == 1)
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
        #expect(rules.map { $0["id"] } == ["SIG.KEY"])
        #expect(rules.first?["shortDescription"]?["text"]?.string?.isEmpty == false)
    }

    @Test func `Markdown has the counts and what is wrong, and can't be written into`() {
        let page = text(.md)
        #expect(page.contains("# The contract is broken"))
        #expect(page.contains("| 6 | 1 | 1 | 1 | 1 | 1 | 1 |"))
        #expect(page.contains("| SIG.KEY | 1 | 1 | `a.warned` |"))
        #expect(page.contains("| `a.failed` | failed | SIG.KEY | the bank accepted it |"))
        #expect(page.contains("no hash &lt;&amp;&gt;"))
    }

    @Test func `stale entries of the known failures are in every form but JUnit's and SARIF's`() {
        for form in [ReportForm.json, .html, .md] {
            #expect(text(form, .withEverything).contains("case a.known does not fail any more"), "\(form)")
        }
    }
}

extension SuiteReport {
    /// A report that has every member that a report can have.
    static let withEverything: SuiteReport = {
        let finding = CaseFinding(
            rule: "SIG.BYTES",
            level: .must,
            message: "the signature is wrong",
            statement: "s",
            expected: "e",
            received: "r",
            sent: "s",
            difference: SignedDifference(body: Array(#"{"a":1}"#.utf8), signed: Array(#"{"a": 1}"#.utf8)),
            cause: "c",
            fix: "f"
        )
        let contractCase = ContractCase(id: "adapter.sign.compact", title: "t", rules: ["SIG.BYTES"]) { _ in }
        let result = CaseResult(of: contractCase, outcome: .failed, findings: [finding], duration: .zero)
        return SuiteReport(
            suite: "adapter",
            target: "t",
            results: [result],
            duration: .zero,
            complaints: ["case a.known does not fail any more"],
            isStopped: true
        )
    }()
}
