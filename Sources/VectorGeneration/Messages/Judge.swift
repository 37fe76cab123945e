import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

/// Confirms what a generated case expects: the expectation is made from the constraint, and the contract has to agree.
struct Judge {
    private let contract: Contract
    private let register: RuleRegister

    init(contract: Contract, rules: RuleRegister) {
        self.contract = contract
        register = rules
    }

    /// What may stand beside the finding that a case is about.
    struct Tolerance {
        /// The advice that the body had before it was changed.
        let known: Set<ExpectedFinding>
        /// Further advice that the change may bring with it.
        var advice: (ExpectedFinding) -> Bool = { _ in false }
        /// Whether the changed value may break another rule as well.
        var allowsErrorsInPlace = false

        func allows(_ found: Set<ExpectedFinding>) -> Bool { found.allSatisfy { known.contains($0) || advice($0) } }
    }

    /// The verdict on a body that breaks the rule of a finding and nothing else; nil when the contract says otherwise.
    ///
    /// - Parameter isAdvisory: Whether the constraint stands in advice.
    func verdict(
        on body: JSONTree,
        as type: MessageType,
        breaking finding: ExpectedFinding,
        isAdvisory: Bool,
        beside tolerance: Tolerance
    ) throws(ContractError) -> Expectation? {
        let bytes = JSONWriter.compact.write(body)
        let strict = try contract.check(bytes, as: type, profile: .strict)
        let errors = strict.findings.filter { $0.severity == .error }
        let advice = strict.advice
        guard let rule = register[finding.rule] else { return nil }
        if isAdvisory || rule.level != .must {
            guard errors.isEmpty, advice.contains(finding), tolerance.allows(advice.subtracting([finding])),
                try contract.check(bytes, as: type, profile: .lenient).isAccepted
            else { return nil }
            return .accept(warnings: advice.sorted)
        }
        guard strict.has(finding, .error), tolerance.allows(advice) else { return nil }
        let isAlone = errors.count == 1
        guard isAlone || tolerance.allowsErrorsInPlace && errors.allSatisfy({ $0.pointer == finding.pointer }) else {
            return nil
        }
        let lenient = try contract.check(bytes, as: type, profile: .lenient)
        if rule.lenientLevel == .must { return lenient.has(finding, .error) ? .reject(finding) : nil }
        return lenient.isAccepted && lenient.has(finding, .warning) ? .rejectStrictly(finding) : nil
    }

    /// Whether an answer to a request has an expected outcome.
    func agrees(
        _ expectation: Expectation,
        on body: JSONTree,
        as type: MessageType,
        request: JSONTree
    ) throws(ContractError) -> Bool {
        guard let request = try? JSONDocument(parsing: JSONWriter.compact.write(request)) else { return false }
        let bytes = JSONWriter.compact.write(body)
        let strict = try contract.check(bytes, as: type, profile: .strict, request: request)
        switch expectation {
        case .accept(let warnings): return strict.isAccepted && strict.advice == Set(warnings)
        case .reject(let finding), .rejectStrictly(let finding):
            return strict.has(finding, .error) && strict.findings.count { $0.severity == .error } == 1
        }
    }

    /// The verdict on a body that is to be accepted; nil when it is not, or with advice beyond what is expected.
    func verdict(
        on body: JSONTree,
        as type: MessageType,
        beside tolerance: Tolerance
    ) throws(ContractError) -> Expectation? {
        let bytes = JSONWriter.compact.write(body)
        let strict = try contract.check(bytes, as: type, profile: .strict)
        guard strict.isAccepted, tolerance.allows(strict.advice),
            try contract.check(bytes, as: type, profile: .lenient).isAccepted
        else { return nil }
        return .accept(warnings: strict.advice.sorted)
    }
}

extension Set<ExpectedFinding> {
    /// The findings in the order of their places and rules.
    var sorted: [ExpectedFinding] {
        sorted { first, second in
            let places = (first.pointer?.description ?? "", second.pointer?.description ?? "")
            return places.0 == places.1 ? first.rule < second.rule : places.0 < places.1
        }
    }
}
