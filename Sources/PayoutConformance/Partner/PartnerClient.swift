import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutVectors
import StrictJSON

/// The kit in the role of the partner, for one case: signs, sends, and judges every answer.
struct PartnerClient: CaseReporter, Sendable {
    let bank: BankConnection
    let context: CaseContext

    /// The client of a running case.
    ///
    /// - Throws: `CaseStop` when the target is no bank.
    init(_ context: CaseContext) throws(CaseStop) {
        guard let bank = context.connection as? BankConnection else {
            throw CaseStop.notApplicable("the target is no bank")
        }
        self.bank = bank
        self.context = context
    }

    /// A right request whose body is `bytes`.
    func request(_ operation: Operation, bytes: [UInt8]) throws(KeyError) -> HTTPRequest {
        try bank.request(operation, bytes: bytes, api: api)
    }

    /// A right request with `body` in the compact form.
    func request(_ operation: Operation, _ body: JSONTree) throws(KeyError) -> HTTPRequest {
        try request(operation, bytes: JSONWriter().write(spoken(body)))
    }

    /// The version of the API that the case speaks.
    var api: APIVersion { context.contractCase.api }

    /// A body of v1 under the names of the version that the case speaks.
    func spoken(_ body: JSONTree) -> JSONTree {
        guard api == .v2, let members = body.members else { return body }
        let names = ["payment_method": "payout_details", "payout_details": "payment_method"]
        return .object(members.map { JSONTree.Member(name: names[$0.name] ?? $0.name, value: $0.value) })
    }

    /// Sends a request, right or wrong, and judges the form of the answer but not what it says.
    ///
    /// - Throws: `CaseStop.afterFindings` when no answer came.
    func send(_ request: HTTPRequest, as operation: Operation) throws(CaseStop) -> Answer {
        context.begin("waiting for the answer to \(operation.path)")
        let response: HTTPResponse
        do throws(HTTPError) {
            response = try bank.client.send(request, to: bank.target.url)
        } catch {
            report(
                context.contractCase.rules.first ?? "ENVELOPE.STATUS",
                "the bank gave no answer to \(operation.path): \(error.sentence)",
                expected: "an HTTP answer",
                received: "none (\(error.code))",
                sent: Excerpt.of(request)
            )
            throw .afterFindings
        }
        let answer = Answer(operation: operation, request: request, response: response)
        try judge(answer)
        return answer
    }

    /// Sends a right request that has to be carried out.
    ///
    /// - Throws: `CaseStop.afterFindings` when the bank refuses it.
    func ask(_ operation: Operation, _ body: JSONTree, rule: RuleID? = nil) throws -> Answer {
        try accept(request(operation, body), as: operation, rule: rule)
    }

    /// Sends `request`, which has to be carried out.
    func accept(_ request: HTTPRequest, as operation: Operation, rule: RuleID? = nil) throws(CaseStop) -> Answer {
        let answer = try send(request, as: operation)
        guard answer.isOK else {
            let code = answer.errorCode.map { " with \(Excerpt.of(word: $0))" } ?? ""
            report(
                rule ?? context.contractCase.rules.first ?? "ENVELOPE.STATUS",
                "a right \(operation.path) was refused\(code)",
                expected: "status ok",
                about: answer
            )
            throw .afterFindings
        }
        if !(200...299).contains(answer.response.status) {
            report(
                "ENVELOPE.STATUS",
                level: .should,
                "a request that was carried out was answered with HTTP \(answer.response.status)",
                expected: "HTTP 200",
                about: answer
            )
        }
        return answer
    }
}
