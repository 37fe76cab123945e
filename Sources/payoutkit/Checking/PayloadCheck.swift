import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// One call of `check`: judges files one after the other and prints what is found.
struct PayloadCheck {
    /// The forms in which findings are printed.
    enum Output {
        /// Whole findings for people, and a last line.
        case text(FindingFormatter)
        /// One line a file.
        case quiet
        /// One JSON object a finding on standard output; the last line goes to standard error.
        case json(showsSensitive: Bool)
    }

    let measure: PayloadMeasure
    let output: Output
    let console: Console

    /// Checks the file at `path`, prints the outcome, and tells whether the file is right.
    ///
    /// - Throws: `FileError` when the file can't be read, `ContractError` when the contract can't be used.
    func run(_ path: String) throws -> Bool {
        let bytes = try console.read(path)
        let judgement = try judge(bytes, name: path == "-" && !isQuiet ? "<stdin>" : path)
        switch output {
        case .text(let formatter):
            for finding in judgement.findings {
                let text = formatter.format(finding, in: bytes, message: judgement.message, path: judgement.name)
                console.write(Array(text.utf8))
            }
            console.print(judgement.lastLine)
        case .quiet:
            console.print(judgement.quietLine)
        case .json(let showsSensitive):
            FindingLine(judgement: judgement, showsSensitive: showsSensitive).lines().forEach(console.print)
            console.complain(judgement.lastLine)
        }
        return judgement.isRight
    }

    private var isQuiet: Bool {
        if case .quiet = output { true } else { false }
    }

    private func judge(_ bytes: [UInt8], name: String) throws -> FileJudgement {
        var judgement = FileJudgement(name: name, bytes: bytes)
        switch measure {
        case .text(let contract, let policy):
            judgement.findings = try contract.findings(inText: bytes, policy: policy)
        case .schema(let contract, let schema):
            judgement.findings = try findings(in: bytes, contract: contract, schema: schema)
        case .message(let contract, let message, let profile):
            judgement.take(try contract.check(bytes, as: message, profile: profile))
        case .guessed(let contract, let api, let profile):
            guard let guess = guess(bytes, contract: contract, api: api) else {
                let textFindings = try contract.findings(inText: bytes, policy: .strict)
                judgement.findings = textFindings.isEmpty ? [Self.unknownMessage(bytes)] : textFindings
                break
            }
            judgement.take(try contract.check(bytes, as: guess.message, profile: profile))
            judgement.remark = Self.remark(on: guess)
        }
        return judgement
    }

    private func findings(in bytes: [UInt8], contract: Contract, schema: Schema) throws -> [Finding] {
        let textFindings = try contract.findings(inText: bytes, policy: .rfc8259)
        guard textFindings.isEmpty else { return textFindings }
        return schema.violations(in: try JSONDocument(parsing: bytes, policy: .rfc8259))
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
    }

    private func guess(_ bytes: [UInt8], contract: Contract, api: APIVersion?) -> MessageGuess? {
        // Looser than the check, so that a body with a repeated name is still known for what it is.
        guard let document = try? JSONDocument(parsing: bytes, policy: .rfc8259) else { return nil }
        return contract.guessMessage(of: document, api: api)
    }

    private static func remark(on guess: MessageGuess) -> String {
        guard let member = guess.versionMember else { return ", a guess: --as names the message" }
        return ", a guess by \(VisibleText.of(member)): --as names the message, --api the version"
    }

    /// What is said of a text that looks like no message of the API.
    private static func unknownMessage(_ bytes: [UInt8]) -> Finding {
        let document = try? JSONDocument(parsing: bytes)
        if let type = document?.root["type"], let text = type.string { return unknownWebhook(text, at: type.byteRange) }
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

    /// What is said of a text with a `type` and nothing else that shows a message: a webhook, if any, without its session.
    private static func unknownWebhook(_ type: String, at range: Range<Int>) -> Finding {
        let known = WebhookType.all.filter { $0 != .other }.map(\.name)
        let clause = Suggestion.clause(for: type, among: known)
        return Finding(
            rule: "MESSAGE.UNKNOWN",
            severity: .error,
            pointer: JSONPointer(tokens: ["type"]),
            byteRange: range,
            message: "this looks like no message of the API: type names no webhook that is known here\(clause)",
            fix: "write one of \(known.joined(separator: ", ")); --as webhook/other checks one of a type that is new"
        )
    }
}

extension FileJudgement {
    /// Takes over what the contract found.
    fileprivate mutating func take(_ result: CheckResult) {
        findings = result.findings
        isTruncated = result.isTruncated
        message = result.message
    }
}
