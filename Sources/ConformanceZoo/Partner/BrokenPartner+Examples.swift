import PayoutConformance
import PayoutContract
import PayoutVectors
import StrictJSON

extension BrokenPartner {
    /// Partners that send, whatever the order says, what a vector of the contract shows.
    ///
    /// There is one for each MUST rule that a request of the payout flow can break. A vector that is written serves before one
    /// that is made, and one that both profiles refuse before one that the lenient profile of the sandbox lets pass.
    static let examples: [Specimen] = {
        guard let rules = try? VectorSet.embedded.rules(), let vectors = try? VectorSet.embedded.cases(kind: .message)
        else { return [] }
        let written = vectors.filter { !$0.isMade } + vectors.filter(\.isMade)
        let wrong = written.compactMap { WrongRequest($0, .reject) } + written.compactMap { WrongRequest($0, .either) }
        return rules.all.filter { $0.level == .must }
            .compactMap { rule in
                wrong.first { $0.rule == rule.id }?.specimen
            }
    }()
}

/// A request of the payout flow that a vector shows and the contract refuses.
private struct WrongRequest {
    let rule: RuleID
    private let vector: String
    private let caseID: String
    private let operation: PayoutContract.Operation
    private let api: String
    private let body: [UInt8]

    /// - Returns: Nil for vectors of other messages, and for those with another verdict.
    init?(_ vector: VectorCase, _ verdict: VectorCase.Verdict) {
        guard case .message(let message) = vector.content, message.direction == .request,
            vector.verdict == verdict, let rule = vector.leadingRule,
            let operation = PayoutContract.Operation(path: message.message)
        else { return nil }
        caseID = "encode.\(message.api).\(message.message.replacingText("/", with: "-")).plain"
        guard ContractCases.named("adapter." + caseID) != nil else { return nil }
        self.rule = rule
        self.vector = vector.id
        self.operation = operation
        api = message.api
        body = message.body
    }

    var specimen: Specimen {
        let encode: BrokenPartner.Encode = { [operation, api, body] wanted, version, input in
            guard wanted == operation, version.rawValue == api else {
                return try BrokenPartner.reference.body(of: wanted, api: version, input: input)
            }
            return body
        }
        return BrokenPartner(onEncode: encode).specimen("sends what \(vector) shows", caseID, rule)
    }
}
