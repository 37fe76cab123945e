import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// One property of a right request made wrong, and what the bank has to do about it.
struct Change: Sendable {
    /// Where the change is made.
    enum Place: Sendable {
        /// In the body, which is signed afterwards: the signature is right.
        case body(@Sendable (inout JSONTree) -> Void)
        /// In the bytes of the body, which are signed afterwards: the signature is right.
        case bytes(@Sendable ([UInt8]) -> [UInt8])
        /// In the request as signed.
        case request(@Sendable (inout HTTPRequest, BankConnection) throws -> Void)
    }

    /// The last part of the case's id.
    var name: String
    /// What is wrong, as the title of the case.
    var title: String
    var rule: RuleID
    var level: Rule.Level = .must
    var refusal: Refusal
    var place: Place

    /// The request with the change made.
    func request(_ baseline: Baseline, _ prepared: Baseline.Prepared, by client: PartnerClient) throws -> HTTPRequest {
        switch place {
        case .body(let change):
            var body = prepared.body
            change(&body)
            return try client.request(baseline.operation, body)
        case .bytes(let change):
            return try client.request(
                baseline.operation,
                bytes: change(JSONWriter().write(client.spoken(prepared.body)))
            )
        case .request(let change):
            var request = try client.request(baseline.operation, prepared.body)
            try change(&request, client.bank)
            return request
        }
    }

    /// The negative case: the changed request has to be refused, and must have had no effect.
    func negative(of baseline: Baseline) -> ContractCase {
        .bank(
            "\(baseline.name).\(name)",
            "\(baseline.operation.path) \(title) is refused",
            rules: [rule],
            level: level,
            twin: baseline.acceptedID,
            tags: [baseline.name, "negative"],
            movesMoney: baseline.movesMoney
        ) { client in
            let prepared = try baseline.prepare(client)
            let request = try request(baseline, prepared, by: client)
            try client.refuse(request, as: baseline.operation, refusal, rule: rule)
            try baseline.expectUnchanged(client, prepared)
        }
    }
}
