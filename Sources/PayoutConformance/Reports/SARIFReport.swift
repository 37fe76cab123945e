import PayoutContract
import PayoutVectors
import StrictJSON

/// The report as SARIF 2.1.0 (OASIS), for viewers of findings: one result a finding, placed at its case.
public struct SARIFReport: ReportWriter, Hashable, Sendable {
    /// Creates a writer.
    public init() {}

    /// The whole document.
    public func write(_ report: SuiteReport) -> [UInt8] {
        JSONWriter.pretty.write([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "payoutkit", "version": .string(KitVersion.text),
                            "rules": .array(rules(of: report)),
                        ]
                    ],
                    "invocations": [
                        [
                            "executionSuccessful": .boolean(!report.isStopped),
                            "exitCode": JSONTree(integerLiteral: Int64(report.exitCode)),
                        ]
                    ],
                    "results": .array(report.results.flatMap(results)),
                ]
            ],
        ])
    }

    private func rules(of report: SuiteReport) -> [JSONTree] {
        let broken = Set(report.results.flatMap(\.findings).map(\.rule)).sorted()
        let register = try? Contract.embedded().rules()
        return broken.map { id in
            var tree: JSONTree = ["id": .string(id.rawValue)]
            if let rule = register?[id] {
                tree["shortDescription"] = ["text": .string(rule.statement.en)]
                tree["fullDescription"] = ["text": .string(rule.why.en)]
                tree["help"] = ["text": .string(rule.fix.en)]
                tree["defaultConfiguration"] = ["level": .string(level(rule.level))]
            }
            return tree
        }
    }

    private func results(of result: CaseResult) -> [JSONTree] {
        result.findings.map { finding in
            var tree: JSONTree = [
                "ruleId": .string(finding.rule.rawValue),
                "level": .string(level(finding.level)),
                "kind": "fail",
                "message": ["text": .string(finding.lines)],
                "locations": [["logicalLocations": [["fullyQualifiedName": .string(result.id), "kind": "test"]]]],
                "partialFingerprints": ["case/v1": .string("\(result.id)/\(finding.rule.rawValue)")],
            ]
            if result.outcome == .knownFailing {
                tree["suppressions"] = [["kind": "external", "justification": "known failing"]]
            }
            return tree
        }
    }

    private func level(_ level: Rule.Level) -> String {
        switch level {
        case .must: "error"
        case .should: "warning"
        case .may: "note"
        }
    }
}
