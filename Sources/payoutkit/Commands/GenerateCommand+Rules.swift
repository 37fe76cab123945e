import PayoutContract
import PayoutRegression
import PayoutVectors

/// A rule that messages are to break.
struct GeneratedRule {
    private let rule: Rule
    private let contract: Contract
    private let vectors: VectorSet

    init(_ rule: Rule, contract: Contract, vectors: VectorSet) {
        self.rule = rule
        self.contract = contract
        self.vectors = vectors
    }

    /// Goes on only with a rule that one message of a type can break.
    ///
    /// - Throws: what the rule is about instead, and what to use for it.
    func mustBe(of type: MessageType) throws {
        guard try !isRule(of: type) else { return }
        let start = "--rule: no single \(type.displayName) can break \(rule.id)"
        let others = try MessageType.all(of: type.api).filter { try contract.supports($0) && isRule(of: $0) }
            .map(\.name)
        guard others.isEmpty else {
            throw UsageError("\(start); messages that can: \(others.joined(separator: ", "))")
        }
        throw UsageError("\(start): \(rule.reasonNotToGenerate)")
    }

    private func isRule(of type: MessageType) throws(ContractError) -> Bool {
        try MessageRules(type, contract: contract, vectors: vectors).contains(rule.id)
    }
}

extension Rule {
    /// What a rule is about that no message alone breaks, and where it is checked.
    fileprivate var reasonNotToGenerate: String {
        let about =
            if subjects.contains(.signature) {
                "the signature of a body"
            } else if subjects.contains(.header) {
                "the headers of a call"
            } else if subjects.contains(.sequence) {
                "the order of calls"
            } else if subjects.contains(.transport) {
                "the way of a call"
            } else if subjects.contains(.handling) {
                "what a program does with messages"
            } else {
                "a message and the one that it answers"
            }
        return "it is about \(about); payoutkit explain \(id) shows what tries it"
    }
}
