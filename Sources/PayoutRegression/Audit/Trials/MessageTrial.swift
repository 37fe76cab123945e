package import PayoutContract
package import PayoutVectors
import StrictJSON

/// A message case, ready to be run through contracts.
package struct MessageTrial: Sendable {
    /// The id of the case.
    package let id: String
    /// The rules that the case names, in its description and in its verdict.
    package let rules: Set<RuleID>
    /// What the body is meant to be.
    package let type: MessageType
    /// The case.
    package let message: MessageCase
    /// The request that the message answers.
    private let request: JSONDocument?

    /// Prepares a case; nil when it is no message, or one that the kit does not know.
    package init?(_ vector: VectorCase) {
        guard case .message(let message) = vector.content, let type = MessageType(message) else { return nil }
        id = vector.id
        rules = Set(vector.mentionedRules)
        self.type = type
        self.message = message
        request = message.request.flatMap { try? JSONDocument(parsing: $0) }
    }

    /// Whether the case has the outcome that it expects: the verdict in both profiles; refused, the finding; accepted,
    /// exactly the advice that it lists.
    ///
    /// - Throws: an error when the contract can't be used.
    package func holds(in contract: Contract) throws(ContractError) -> Bool {
        let strict = try result(in: contract, .strict)
        switch message.expectation {
        case .accept(let warnings):
            guard strict.isAccepted, strict.advice == Set(warnings) else { return false }
            return try result(in: contract, .lenient).isAccepted
        case .reject(let expected):
            guard strict.has(expected, .error) else { return false }
            return try result(in: contract, .lenient).has(expected, .error)
        case .rejectStrictly(let expected):
            guard strict.has(expected, .error) else { return false }
            let lenient = try result(in: contract, .lenient)
            return lenient.isAccepted && lenient.has(expected, .warning)
        }
    }
}

extension MessageTrial {
    /// Whether a contract accepts the body, whatever the case expects.
    func isAccepted(by contract: Contract, _ profile: Profile) throws(ContractError) -> Bool {
        try contract.accepts(message.body, as: type, profile: profile, request: request)
    }

    private func result(in contract: Contract, _ profile: Profile) throws(ContractError) -> CheckResult {
        try contract.check(message.body, as: type, profile: profile, request: request)
    }
}

extension CheckResult {
    /// What is advised against, as cases state it.
    package var advice: Set<ExpectedFinding> {
        Set(findings.filter { $0.severity == .warning }.map { ExpectedFinding(rule: $0.rule, pointer: $0.pointer) })
    }

    /// Whether a finding is there with this severity.
    package func has(_ expected: ExpectedFinding, _ severity: Severity) -> Bool {
        findings.contains { finding in
            finding.rule == expected.rule && finding.severity == severity && finding.pointer == expected.pointer
        }
    }
}
