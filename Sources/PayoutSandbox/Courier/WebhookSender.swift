import HTTPWire
import PartnerSignature

/// Signs a webhook, treats it as ordered, and sends it once.
struct WebhookSender: Sendable {
    /// The most bytes of an answer's body that are kept.
    static let keptAnswerSize = 4_096

    /// What one attempt sent, and what came back.
    struct Sent {
        var result: Delivery.Result
        var signature: String?
        var changedBody: [UInt8]?
        var answer: HTTPResponse?

        func attempt(from startedAt: SandboxInstant, to endedAt: SandboxInstant) -> Delivery.Attempt {
            Delivery.Attempt(
                startedAt: startedAt,
                endedAt: endedAt,
                result: result,
                signature: signature,
                changedBody: changedBody,
                answer: answer
            )
        }
    }

    let client: HTTPClient
    /// The key of forgeries.
    let otherKey: PrivateKey

    func close() {
        client.close()
    }

    func send(_ delivery: Delivery, of project: ProjectDirectory.Entry, to url: HTTPURL) -> Sent {
        let isTreated = delivery.treatment.attempts.map { delivery.attempts.count < $0 } ?? true
        let treatment = isTreated ? delivery.treatment : .none
        let body = TreatedBody(delivery.body, treatment.body)
        var sent = Sent(result: .failed(reason: "not_signed"))
        if body.sent != delivery.body { sent.changedBody = body.sent }
        do throws(KeyError) {
            sent.signature = try signature(of: body.signed, treatment.signature, project)
        } catch {
            return sent
        }
        let request = Self.request(body.sent, sent.signature, lowerCase: treatment.lowerCaseHeaders)
        do throws(HTTPError) {
            var answer = try client.send(request, to: url, fault: treatment.wire)
            sent.result = .answered(status: answer.status)
            answer.body = Array(answer.body.prefix(Self.keptAnswerSize))
            sent.answer = answer
        } catch {
            sent.result = .failed(reason: error.code.identifier)
        }
        return sent
    }

    private func signature(
        of body: [UInt8],
        _ treatment: WebhookTreatment.Signature,
        _ project: ProjectDirectory.Entry
    ) throws(KeyError) -> String? {
        switch treatment {
        case .right: try project.bankKey.sign(body)
        case .absent: nil
        case .otherKey: try otherKey.sign(body)
        case .previousKey: try (project.previousBankKey ?? otherKey).sign(body)
        case .value(let text): text
        }
    }

    private static func request(_ body: [UInt8], _ signature: String?, lowerCase: Bool) -> HTTPRequest {
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let signature { headers.add("X-PARTNER-SIGN", signature) }
        if lowerCase { headers = HTTPHeaders(headers.fields.map { ($0.name.lowercased(), $0.value) }) }
        return HTTPRequest(method: "POST", headers: headers, body: body)
    }
}
