import PayoutVectors
import StrictJSON
import Testing

@testable import payoutkit

@Suite("Command line: explain") struct ExplainCommandTests {
    private func explain(_ arguments: String...) -> (status: ExitCode, console: RecordingConsole) {
        let console = RecordingConsole()
        return (PayoutKit.run(["explain"] + arguments, on: console.console), console)
    }

    @Test func `a rule is explained with levels, reason, fix, examples, sources and cases`() {
        let (status, console) = explain("TEXT.UNIQUE_NAMES")
        #expect(status == .right)
        for part in [
            "TEXT.UNIQUE_NAMES\nNo object has two members of the same name.\n",
            "Level:       MUST in the strict profile, SHOULD in the lenient one\n", "Why:         ", "Fix:         ",
            "Right:       ", "Wrong:       ", "  kit (a choice made here): ", "  accept  text.names-unique\n",
            "  either  text.name-repeated\n",
        ] { #expect(console.output.contains(part), "\(part)") }
    }

    @Test func `of many cases the first are named, and the command that lists all`() {
        let output = explain("AMOUNT.MINOR_UNITS").console.output
        #expect(output.split(separator: "\n").count { $0.hasPrefix("  reject  v1.") } == 5)
        #expect(output.contains(" more: payoutkit vectors list --rule AMOUNT.MINOR_UNITS --verdict reject\n"))
    }

    @Test func `the letters of a rule may be small, and the language Russian`() {
        let output = explain("amount.minor_units", "--lang", "ru").console.output
        #expect(output.hasPrefix("AMOUNT.MINOR_UNITS\nСумма"))
        #expect(output.contains("Уровень:     MUST в обоих профилях\n"))
        #expect(output.contains("(страница банка)"))
        #expect(!output.contains("Why"))
    }

    @Test func `without a rule all are listed, each on its line`() throws {
        let rules = try VectorSet.embedded.rules().all
        let lines = explain().console.output.split(separator: "\n")
        #expect(lines.map { String($0.prefix { $0 != " " }) } == rules.map(\.id.rawValue))
        #expect(zip(lines, rules).allSatisfy { $0.hasSuffix($1.statement.en) && $0.contains($1.level.rawValue) })
    }

    @Test func `every rule can be explained in both languages`() throws {
        for rule in try VectorSet.embedded.rules().all {
            for language in LocalizedText.Language.allCases {
                let text = RuleText(rule: rule, language: language, cases: []).text
                #expect(text.contains(rule.statement[language]))
                #expect(text.contains(rule.fix[language]))
            }
        }
    }

    @Test func `for programs a rule is an object with both languages and its cases`() throws {
        let (status, console) = explain("AMOUNT.POSITIVE", "--format", "json")
        #expect(status == .right)
        let record = try JSONDocument(parsing: console.output).root
        #expect(record["id"]?.string == "AMOUNT.POSITIVE")
        #expect(record["statement"]?["ru"]?.string?.isEmpty == false)
        let cases = try VectorSet.embedded.cases()
            .filter { $0.mentionedRules.contains("AMOUNT.POSITIVE") && $0.verdict == .reject }
        let listed = record["cases"]?["reject"]?.elements.compactMap(\.string) ?? []
        #expect(listed == cases.map(\.id))
        let all = explain("--format", "json").console.output.split(separator: "\n")
        #expect(all.count == (try VectorSet.embedded.rules().all.count))
    }

    @Test(arguments: [
        (["AMOUNT.MINOR_UNIT"], "unknown rule AMOUNT.MINOR_UNIT (did you mean AMOUNT.MINOR_UNITS?)"),
        (["NOTHING.LIKE_IT_AT_ALL"], "payoutkit explain lists all"),
        (["AMOUNT.POSITIVE", "--lang", "de"], "--lang is one of en, ru, not de"),
        (["--format", "json", "--lang", "ru"], "--lang has no meaning with --format json"),
    ])
    func `a wrong call is refused with the way out`(arguments: [String], sentence: String) {
        let console = RecordingConsole()
        #expect(PayoutKit.run(["explain"] + arguments, on: console.console) == .usage)
        #expect(console.error.contains(sentence))
    }
}
