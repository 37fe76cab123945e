import PayoutContract
import PayoutVectors
import StrictJSON

/// The kit as the one who asks a partner's code, for one case.
struct AdapterClient: Sendable {
    let adapter: AdapterConnection
    let context: CaseContext

    /// The client of a running case.
    ///
    /// - Throws: `CaseStop` when the target is no partner's code.
    init(_ context: CaseContext) throws(CaseStop) {
        guard let adapter = context.connection as? AdapterConnection else {
            throw CaseStop.notApplicable("the target is no adapter")
        }
        self.adapter = adapter
        self.context = context
    }

    /// The signature that the partner makes.
    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws(CaseStop) -> String {
        guard case .signature(let signature) = try ask(.sign(body: body, privateKeyPEM: privateKeyPEM)) else {
            throw .afterFindings
        }
        return signature
    }

    /// What the partner says of a signature.
    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws(CaseStop) -> Bool {
        let request = AdapterRequest.verify(body: body, signature: signature, publicKeyPEM: publicKeyPEM)
        guard case .valid(let isValid) = try ask(request) else { throw .afterFindings }
        return isValid
    }

    /// The body that the partner writes.
    func encode(_ operation: Operation, _ api: APIVersion, _ input: RequestInput) throws(CaseStop) -> [UInt8] {
        guard case .body(let body) = try ask(.encode(operation, api, input)) else { throw .afterFindings }
        return body
    }

    /// What the partner makes of a webhook.
    func receive(_ webhook: ReceivedWebhook) throws(CaseStop) -> WebhookReaction {
        guard case .reaction(let reaction) = try ask(.receiveWebhook(webhook)) else { throw .afterFindings }
        return reaction
    }

    /// Asks, and records what keeps the partner from answering.
    private func ask(_ request: AdapterRequest) throws(CaseStop) -> AdapterAnswer {
        guard adapter.supports(request.name) else {
            throw .notApplicable("the adapter does not support \(request.name.rawValue)")
        }
        context.begin("waiting for the adapter's answer to \(request.name.rawValue)")
        let answer: AdapterAnswer
        do throws(AdapterFault) {
            answer = try adapter.answer(to: request, in: context)
        } catch {
            report(fault: "the adapter \(error.clause)", to: request)
            throw .afterFindings
        }
        switch answer {
        case .unsupported:
            throw .notApplicable("the adapter does not support this \(request.name.rawValue)")
        case .error(let text):
            report(fault: "the adapter answered with an error: \(Excerpt.of(word: text))", to: request)
            throw .afterFindings
        case .signature, .valid, .body, .reaction:
            return answer
        }
    }

    private func report(fault message: String, to request: AdapterRequest) {
        context.report(
            context.contractCase.rules.first ?? "SUITE.CASE",
            message,
            expected: "an answer to \(request.name.rawValue)",
            received: "none",
            sent: Excerpt.of(request),
            fix: "answer every request with one line; what the adapter wrote to standard error may say why it did not"
        )
    }
}
