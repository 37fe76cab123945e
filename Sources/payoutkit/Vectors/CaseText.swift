import PayoutContract
import PayoutVectors
import StrictJSON

/// A case as `vectors show` prints it for people.
struct CaseText {
    let vector: VectorCase
    let twin: VectorCase?
    let rules: RuleRegister
    let contract: Contract
    let formatter: FindingFormatter

    /// The bytes of a body that are printed; `--body` writes all of them.
    private static let maximumByteCount = 4_096

    /// The whole text, with a line feed at its end.
    func text() throws -> String {
        var text = "\(vector.id)\n\(vector.title)\n\n"
        text += "why:      \(vector.comment)\n"
        text += "verdict:  \(verdict)\n"
        for rule in vector.rules.compactMap({ rules[$0] }) {
            text += "rule:     \(rule.id) (\(rule.levelText)): \(rule.statement.en)\n"
        }
        if let message = vector.message { text += "message:  \(message.name) (\(message.api))\n" }
        if case .signature(let signature) = vector.content {
            text += "to do:    \(signature.operation.rawValue) with \(signature.keyPath)\n"
        }
        if !vector.tags.isEmpty { text += "tags:     \(vector.tags.joined(separator: ", "))\n" }
        text += "since:    \(vector.since)\nfile:     \(vector.path), line \(vector.line)\n"
        text += try content()
        if let twin {
            text += "\ntwin \(twin.id): \(twin.title)\n"
            text += CaseDifference(of: vector, from: twin).lines.map { "  \($0)\n" }.joined()
        }
        return text
    }

    private var verdict: String {
        let expectation: Expectation
        switch vector.content {
        case .message(let message): expectation = message.expectation
        case .text(let text): expectation = text.expectation
        case .signature(let signature): return signature.brokenRule.map { "reject, \($0)" } ?? "accept"
        case .sequence(let sequence): return sequence.brokenRule.map { "reject, \($0)" } ?? "accept"
        }
        let findings = expectation.findings.map { "\($0.rule)\(Self.place(of: $0))" }.joined(separator: ", ")
        return switch expectation {
        case .accept(let warnings): warnings.isEmpty ? "accept" : "accept, with a warning of \(findings)"
        case .reject: "reject, \(findings)"
        case .rejectStrictly: "reject in the strict profile, a warning in the lenient one, \(findings)"
        }
    }

    private static func place(of finding: ExpectedFinding) -> String {
        if let offset = finding.offset { return " at byte \(offset)" }
        guard let pointer = finding.pointer, !pointer.tokens.isEmpty else { return "" }
        return " at \(pointer)"
    }

    private func content() throws -> String {
        switch vector.content {
        case .message(let message): return Self.body(message.body) + (try findings(in: message))
        case .text(let text):
            let found = try contract.findings(inText: text.body, policy: .strict)
            return Self.body(text.body) + format(found, in: text.body, as: nil)
        case .signature(let signature): return Self.body(signature.body) + "\nsignature:\n\(signature.signature)\n"
        case .sequence(let sequence):
            let lines = sequence.steps.enumerated().map { "  \($0.offset + 1). \(SequenceText.line($0.element))\n" }
            return "\nsteps, events of the bank in parentheses:\n" + lines.joined()
        }
    }

    private static func body(_ bytes: [UInt8]) -> String {
        let heading = "\nbody, \(bytes.count) \(bytes.count == 1 ? "byte" : "bytes"):\n"
        guard !bytes.isEmpty else { return heading }
        var end = min(bytes.count, maximumByteCount)
        while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let text = VisibleText.of(bytes, 0..<end)
        let rest = end < bytes.count ? "\n... and \(bytes.count - end) bytes more: --body writes them all" : ""
        return heading + text + rest + (text.hasSuffix("\n") ? "" : "\n")
    }

    private func findings(in message: MessageCase) throws -> String {
        guard let type = MessageType(message), contract.supports(type) else { return "" }
        return format(try contract.check(message.body, as: type).findings, in: message.body, as: type)
    }

    private func format(_ findings: [Finding], in bytes: [UInt8], as type: MessageType?) -> String {
        findings.isEmpty
            ? ""
            : "\n" + findings.map { formatter.format($0, in: bytes, message: type, path: "body") }.joined()
    }
}
