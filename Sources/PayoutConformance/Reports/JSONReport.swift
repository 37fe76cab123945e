import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// The report as JSON, for programs: every case with all that is known of it.
public struct JSONReport: ReportWriter, Hashable, Sendable {
    /// Creates a writer.
    public init() {}

    /// The whole document.
    public func write(_ report: SuiteReport) -> [UInt8] {
        JSONWriter(layout: .pretty(indent: 2)).write(tree(of: report)) + [UInt8(ascii: "\n")]
    }

    private func tree(of report: SuiteReport) -> JSONTree {
        let summary = report.summary
        return [
            "format": 1,
            "kit": .string(KitVersion.text),
            "suite": .string(report.suite),
            "target": .string(report.target),
            "exit_code": number(report.exitCode),
            "duration_ms": number(report.duration.inMilliseconds),
            "summary": [
                "total": number(summary.total),
                "passed": number(summary.passed),
                "warned": number(summary.warned),
                "failed": number(summary.failed),
                "known_failing": number(summary.knownFailing),
                "not_run": number(summary.notRun),
                "not_applicable": number(summary.notApplicable),
            ],
            "signature_scope": .string(SuiteReport.signatureScope),
            "complaints": .array(report.complaints.map(JSONTree.string)),
            "stopped": .boolean(report.isStopped),
            "cases": .array(report.results.map(tree)),
            "rules": .array(coverage(of: report)),
        ]
    }

    private func tree(of result: CaseResult) -> JSONTree {
        object([
            ("id", .string(result.id)),
            ("title", .string(result.title)),
            ("rules", .array(result.rules.map { .string($0.rawValue) })),
            ("level", .string(result.level.rawValue)),
            ("outcome", .string(result.outcome.name)),
            ("reason", result.outcome.reason.map(JSONTree.string)),
            ("twin", result.twin.map(JSONTree.string)),
            ("expected", result.expected.map(JSONTree.string)),
            ("received", result.received.map(JSONTree.string)),
            ("findings", .array(result.findings.map(tree))),
            ("duration_ms", number(result.duration.inMilliseconds)),
        ])
    }

    private func tree(of finding: CaseFinding) -> JSONTree {
        object([
            ("rule", .string(finding.rule.rawValue)),
            ("level", .string(finding.level.rawValue)),
            ("message", .string(finding.message)),
            ("statement", finding.statement.map(JSONTree.string)),
            ("expected", finding.expected.map(JSONTree.string)),
            ("received", finding.received.map(JSONTree.string)),
            ("sent", finding.sent.map(JSONTree.string)),
            ("difference", finding.difference.map(tree)),
            ("cause", finding.cause.map(JSONTree.string)),
            ("fix", finding.fix.map(JSONTree.string)),
        ])
    }

    private func tree(of difference: SignedDifference) -> JSONTree {
        [
            "offset": number(difference.offset),
            "start": number(difference.start),
            "body_hex": .string(Hexadecimal.encode(difference.body)),
            "signed_hex": .string(Hexadecimal.encode(difference.signed)),
            "body_count": number(difference.bodyCount),
            "signed_count": number(difference.signedCount),
        ]
    }

    private func coverage(of report: SuiteReport) -> [JSONTree] {
        guard let register = try? Contract.embedded().rules() else { return [] }
        return RuleCoverage.of(report, in: register)
            .map { coverage in
                var members: [(String, JSONTree?)] = [
                    ("rule", .string(coverage.rule.id.rawValue)), ("level", .string(coverage.rule.level.rawValue)),
                ]
                switch coverage.extent {
                case .exercised(let count): members += [("extent", "exercised"), ("cases", number(count))]
                case .inPassing: members += [("extent", "in passing")]
                case .none(let reason): members += [("extent", "none"), ("reason", .string(reason))]
                }
                return object(members + [("broken", number(coverage.brokenCount))])
            }
    }

    /// An object of the members that have a value.
    private func object(_ members: [(String, JSONTree?)]) -> JSONTree {
        .object(members.compactMap { name, value in value.map { JSONTree.Member(name: name, value: $0) } })
    }

    private func number(_ value: some BinaryInteger) -> JSONTree {
        JSONTree(integerLiteral: Int64(clamping: value))
    }
}
