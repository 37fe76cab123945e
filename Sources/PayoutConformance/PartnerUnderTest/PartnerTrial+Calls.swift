import HTTPWire
import PartnerSignature
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerTrial {
    /// Everything that the partner has called about the order.
    var calls: [PartnerCall] { log.all.calls[order.orderID] ?? [] }

    /// The first call about the order that `isWanted`; nil when none comes before the deadline.
    func firstCall(until deadline: Deadline, where isWanted: (PartnerCall) -> Bool) -> PartnerCall? {
        log.wait(until: deadline) { $0.calls[order.orderID]?.first(where: isWanted) }
    }

    /// Judges every call about the order: its form, whether it says what was ordered, and how often money would move.
    func judgeCalls() {
        let calls = calls
        for call in calls { judgeForm(of: call) }
        for call in calls where call.startsPayout { judgeContent(of: call) }
        judgeCount(of: calls)
        judgeOrder(of: calls)
        judgeStates(of: calls)
        judgeVersions(of: calls)
    }

    private func judgeForm(of call: PartnerCall) {
        let request = call.exchange.request
        let received = Excerpt.of(request)
        let name = call.exchange.message?.displayName ?? "the bank's pages say"
        for finding in call.exchange.findings where !Self.isJudgedApart(finding.rule) {
            context.report(finding, "a request as \(name) is described", received: received, sent: nil)
        }
        judgeSignature(of: request, received)
        for field in request.headers.fields where Self.inventedHeaders.contains(where: field.isCalled) {
            report(
                "HEADER.INVENTED",
                level: .should,
                "the call carries the header \(field.name), which is no part of this API",
                expected: "X-PARTNER-PROJECT and X-PARTNER-SIGN",
                received: received
            )
        }
        if request.headers.contains("Origin") {
            report("TRANSPORT.NO_BROWSER", "the call comes from a browser", expected: "no Origin", received: received)
        }
    }

    /// Whether a finding of the bank about a call is judged with what else the case knows.
    private static func isJudgedApart(_ rule: RuleID) -> Bool {
        rule.rawValue.hasPrefix("SIG.") || rule == "SESSION.STATE"
    }

    /// Headers of other ways to authenticate (HEADER.INVENTED).
    private static let inventedHeaders = ["Authorization", "Digest", "X-PARTNER-MERCHANT", "X-Auth-Hash"]

    private func judgeSignature(of request: HTTPRequest, _ received: String) {
        let expected = "one X-PARTNER-SIGN with the partner's signature of the body"
        let signatures = request.headers.all(PartnerHeader.signature)
        guard signatures.count == 1, let signature = signatures.first, !signature.isEmpty else {
            let what = signatures.isEmpty ? "no signature" : "no single signature"
            report("SIG.PRESENT", "the call has \(what)", expected: expected, received: received)
            return
        }
        let evidence = DiagnosisEvidence(otherKeys: partner.bank.wrongKeys, request: .init(request))
        let key = partner.bank.partnerKey
        guard let cause = SignatureCause(of: signature, over: request.body, key: key, evidence: evidence) else {
            return
        }
        report(
            cause.rule,
            "the signature of the call is wrong",
            expected: expected,
            received: received,
            difference: cause.difference,
            cause: cause.sentence,
            fix: cause.fix
        )
    }

    /// Compares what a start says with the order; what it leaves out may stand in the call that created the session.
    private func judgeContent(of call: PartnerCall) {
        let creation = calls.first { $0.operation == .createSession && $0.sessionID == call.sessionID }
        let terms = SentTerms(call.body, creation?.body)
        for (name, isRight) in terms.comparison(with: order) where !isRight {
            report(
                name == SentTerms.recipient && terms.namesRecipient ? "NAMES.UNCHANGED" : "ORDER.SENT",
                "\(name) of the call is not that of the order",
                expected: "\(name) as ordered",
                received: Excerpt.of(call.exchange.request),
                sent: Excerpt.of(body: JSONWriter().write(order.json))
            )
        }
        if let api = call.api, api != order.api {
            report(
                "ORDER.SENT",
                "the order is to be paid through API \(order.api.rawValue), and the call goes to \(api.rawValue)",
                expected: "/api/\(order.api.rawValue)/",
                received: call.exchange.request.path
            )
        }
    }

    private func judgeCount(of calls: [PartnerCall]) {
        let starts = calls.filter(\.hasStartedPayout)
        guard starts.count > 1 else { return }
        report(
            "PAYOUT.ONE_PER_ORDER",
            "\(starts.count) payouts were started for one order",
            expected: "one payout",
            received: starts.asStarts,
            cause: starts.causeOfSeveral
        )
    }
}
