import PayoutContract
import PayoutVectors
import StrictJSON

/// Findings as `check --format json` prints them: one object a line.
struct FindingLine {
    let judgement: FileJudgement
    /// Whether personal data may stand in a pointer; a member's name may be anything, a card number too.
    let showsSensitive: Bool

    /// The lines, in the order of the text.
    func lines() -> [String] {
        let lines = TextLines(judgement.bytes)
        return judgement.findings.map { JSONWriter.compact.writeString(record(of: $0, lines)) }
    }

    private func record(of finding: Finding, _ lines: TextLines) -> JSONTree {
        let position = lines.position(at: finding.byteRange.lowerBound)
        let pointer = finding.pointer.description
        var members: [JSONTree.Member] = [
            .init(name: "file", value: .string(judgement.name)),
            .init(name: "line", value: .number(JSONNumber(position.line))),
            .init(name: "column", value: .number(JSONNumber(position.column))),
            .init(name: "offset", value: .number(JSONNumber(finding.byteRange.lowerBound))),
            .init(name: "length", value: .number(JSONNumber(finding.byteRange.count))),
            .init(name: "severity", value: .string(finding.severity.rawValue)),
            .init(name: "rule", value: .string(finding.rule.rawValue)),
            .init(
                name: "pointer",
                value: .string(showsSensitive ? pointer : SensitiveData.masked(text: pointer))
            ),
            .init(name: "message", value: .string(finding.message)),
        ]
        if let fix = finding.fix { members.append(.init(name: "fix", value: .string(fix))) }
        if let message = judgement.message {
            members.append(.init(name: "checked_as", value: .string(message.name)))
            members.append(.init(name: "api", value: .string(message.api.rawValue)))
        }
        return .object(members)
    }
}
