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
    /// - Throws: `FileError` when the file can't be read, `ContractError` when the contract can't be used.
    func run(_ path: String) throws -> Bool {
        let bytes = try console.read(path)
        let name = path == "-" && !isQuiet ? "<stdin>" : path
        let judgement =
            switch measure {
            case .text(let contract, let policy):
                Judgement(findings: try contract.findings(inText: bytes, policy: policy))
            case .schema(let contract, let schema):
                try judge(bytes, contract: contract, schema: schema)
            case .contract(let contract, let message, let api, let profile):
                try judge(bytes, contract: contract, message: message, api: api, profile: profile)
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

    private func judge(_ bytes: [UInt8], contract: Contract, schema: Schema) throws -> Judgement {
        let textFindings = try contract.findings(inText: bytes, policy: .rfc8259)
        guard textFindings.isEmpty else { return Judgement(findings: textFindings) }
        let document = try JSONDocument(parsing: bytes, policy: .rfc8259)
        let findings = schema.violations(in: document)
            .map { violation in
                let pointer = violation.instanceLocation
                let place = pointer.description
                let keyword = violation.keyword
                return Finding(
                    rule: RuleID(rawValue: keyword.isEmpty ? "false" : keyword),
                    severity: violation.isAdvisory ? .warning : .error,
                    pointer: pointer,
                    byteRange: violation.byteRange,
                    memberName: violation.memberName,
                    message: "\(place.isEmpty ? "the value" : place) \(violation.message)",
                    fix: nil
                )
            }
        return Judgement(findings: findings)
    }

    private func judge(
        _ bytes: [UInt8],
        contract: Contract,
        message: MessageType?,
        api: APIVersion,
        profile: Profile
    ) throws -> Judgement {
        guard let known = try message ?? guess(bytes, contract: contract, api: api) else {
            let textFindings = try contract.findings(inText: bytes, policy: .strict)
            guard textFindings.isEmpty else { return Judgement(findings: textFindings) }
            return Judgement(findings: [Self.unknownMessage(bytes)])
        }
        let result = try contract.check(bytes, as: known, profile: profile)
        let remark = known.displayName + (message == nil ? ", a guess: --as names the message" : "")
        return Judgement(findings: result.findings, message: known, remark: remark)
    }

    private func guess(_ bytes: [UInt8], contract: Contract, api: APIVersion) throws -> MessageType? {
        guard let document = try? JSONDocument(parsing: bytes, policy: .rfc8259) else { return nil }
        return contract.guessMessage(of: document, api: api)
    }

    /// What is said of a text that looks like no message of the API.
    private static func unknownMessage(_ bytes: [UInt8]) -> Finding {
        let start = bytes.firstIndex { ![0x09, 0x0A, 0x0D, 0x20].contains($0) } ?? 0
        return Finding(
            rule: "MESSAGE.UNKNOWN",
            severity: .error,
            pointer: .root,
            byteRange: start..<min(start + 1, bytes.count),
            message: "this looks like no message of the API",
            fix: "name the message with --as, such as --as session/start/payout"
        )
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
