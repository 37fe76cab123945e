import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerClient {
    /// Records a finding about an answer.
    func report(
        _ rule: RuleID,
        level: Rule.Level = .must,
        _ message: String,
        expected: String?,
        about answer: Answer,
        fix: String? = nil
    ) {
        report(
            rule,
            level: level,
            message,
            expected: expected,
            received: Excerpt.of(answer.response),
            sent: Excerpt.of(answer.request),
            fix: fix
        )
    }

    /// Judges the form of an answer: its type, and its body by the contract.
    ///
    /// - Throws: `CaseStop` when the contract's own schemas can't be read.
    func judge(_ answer: Answer) throws(CaseStop) {
        let isError = answer.status == "error" || (answer.status == nil && answer.isRefusal)
        let version = answer.operation.versions.contains(api) ? api : api.other
        guard let type = MessageType(isError ? .error : .response(answer.operation), api: version) else { return }
        let request = isError ? nil : try? JSONDocument(parsing: answer.request.body)
        for finding in try check(answer.response.body, as: type, request: request) {
            context.report(
                finding,
                "an answer as \(type.displayName) is described",
                received: Excerpt.of(answer.response),
                sent: Excerpt.of(answer.request)
            )
        }
        judgeContentType(answer.response.headers, of: "the answer", received: Excerpt.of(answer.response))
    }

    /// Judges a webhook: its signature over the raw body, its type, and its body by the contract.
    ///
    /// - Throws: `CaseStop` when the contract's own schemas can't be read.
    func judge(_ delivery: WebhookDelivery) throws(CaseStop) {
        let received = Excerpt.of(delivery.request)
        judgeSignature(of: delivery, received: received)
        judgeContentType(delivery.request.headers, of: "the webhook", received: received)
        guard let type = delivery.type.flatMap(WebhookType.init(name:)), type != .other,
            let message = MessageType(.webhook(type), api: api)
        else {
            report("WEBHOOK.TYPE", "the webhook names no known type", expected: "a known type", received: received)
            return
        }
        for finding in try check(delivery.request.body, as: message) {
            context.report(finding, "a webhook as \(message.displayName) is described", received: received, sent: nil)
        }
    }

    private func check(
        _ bytes: [UInt8],
        as type: MessageType,
        request: JSONDocument? = nil
    ) throws(CaseStop) -> [Finding] {
        do throws(ContractError) {
            return try bank.contract.check(bytes, as: type, request: request).findings
        } catch {
            throw .notRun("the contract's own data can't be read: \(error)")
        }
    }

    private func judgeSignature(of delivery: WebhookDelivery, received: String) {
        let expected = "one \(PartnerHeader.signature) with the bank's signature of the body"
        guard let signature = delivery.request.headers[PartnerHeader.signature] else {
            report("SIG.PRESENT", "the webhook has no signature", expected: expected, received: received)
            return
        }
        guard let key = bank.target.bankKey else { return }
        let evidence = DiagnosisEvidence(
            otherKeys: [.init(name: "the partner's key", key: bank.target.partnerKey.publicKey)],
            request: .init(delivery.request)
        )
        let cause = SignatureCause(of: signature, over: delivery.request.body, key: key, evidence: evidence)
        guard let cause else { return }
        report(
            cause.rule,
            "the webhook's signature is wrong",
            expected: expected,
            received: received,
            difference: cause.difference,
            cause: cause.sentence,
            fix: cause.fix
        )
    }

    private func judgeContentType(_ headers: HTTPHeaders, of what: String, received: String) {
        let value = headers["Content-Type"]
        let mediaType = String((value ?? "").prefix { $0 != ";" && $0 != " " }).lowercased()
        guard mediaType != "application/json" else { return }
        report(
            "HEADER.CONTENT_TYPE",
            level: .should,
            "\(what) has the Content-Type \(Excerpt.of(word: value))",
            expected: "Content-Type: application/json",
            received: received
        )
    }
}
