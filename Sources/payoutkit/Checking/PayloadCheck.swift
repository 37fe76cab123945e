import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// One call of `check`: judges files one after the other and prints what is found.
struct PayloadCheck {
    let measure: PayloadMeasure
    let formatter: FindingFormatter
    /// One line a file instead of whole findings.
    let isQuiet: Bool
    let console: Console

    /// What is known of one file.
    private struct Judgement {
        var findings: [Finding] = []
        /// What the file was checked as, where it was checked as a message.
        var message: MessageType?
        /// Said when there is nothing wrong, such as `session/confirm (v1)`.
        var remark: String?
    }

    /// Checks the file at `path`, prints the outcome, and tells whether the file is right.
    ///
    /// - Throws: `FileError` when the file can't be read.
    func run(_ path: String) throws(FileError) -> Bool {
        let bytes = try console.read(path)
        let name = path == "-" ? "<stdin>" : path
        let judgement =
            switch measure {
            case .text(let policy): judge(text: bytes, policy: policy)
            case .schema(let schema): judge(bytes, schema: schema)
            case .contract(let contract, let message, let api, let profile):
                judge(bytes, contract: contract, message: message, api: api, profile: profile)
            }
        let isRight = !judgement.findings.contains { $0.severity == .error }
        if isQuiet {
            console.print(quietLine(judgement, isRight: isRight, name: name, bytes: bytes))
        } else {
            for finding in judgement.findings {
                console.write(
                    Array(formatter.format(finding, in: bytes, message: judgement.message, path: name).utf8)
                )
            }
            console.print(lastLine(judgement, isRight: isRight, name: name))
        }
        return isRight
    }

    private func quietLine(_ judgement: Judgement, isRight: Bool, name: String, bytes: [UInt8]) -> String {
        guard !isRight, let finding = judgement.findings.first(where: { $0.severity == .error }) else {
            return "\(name): ok"
        }
        let position = TextLines(bytes).position(at: finding.byteRange.lowerBound)
        return "\(name):\(position): \(finding.message)  [\(finding.rule)]"
    }

    private func lastLine(_ judgement: Judgement, isRight: Bool, name: String) -> String {
        let errors = judgement.findings.count { $0.severity == .error }
        let warnings = judgement.findings.count - errors
        var parts: [String] = []
        if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
        if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
        let counts = parts.isEmpty ? "" : (isRight ? ", " : "") + parts.joined(separator: ", ")
        let remark = judgement.remark.map { " as \($0)" } ?? ""
        return "\(name): \(isRight ? "ok" : "")\(counts)\(remark)"
    }
}
