import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks that mix up the versions of the API.
    static let versions: [Breakage] = [
        .request("takes v2 for v1", "bank.v2.start.accepted", "SESSION.STATE") { request, _ in
            var request = request
            request.target = request.target.replacingText("/api/v2/", with: "/api/v1/")
            return .forward(request)
        },
        .request("has no v2", "bank.v2.create.accepted", "SESSION.STATE") { request, _ in
            guard request.target.hasPrefix("/api/v2/") else { return .forward(request) }
            let body = Array(#"{"status":"error","error":{"code":"invalid_request","description":"no"}}"#.utf8)
            return .answer(
                HTTPReply(HTTPResponse(status: 404, headers: ["Content-Type": "application/json"], body: body))
            )
        },
        Breakage(
            name: "shows payouts without their status in v2",
            caseID: "bank.v2.start.accepted",
            rule: "MEMBER.REQUIRED",
            onResponse: { request, response, _ in
                guard request.target == "/api/v2/session/start/payout" else { return HTTPReply(response) }
                return HTTPReply(
                    response.changing { body in
                        guard let place = JSONPointer("/session/payout_list/0") else { return }
                        body[place]?["status"] = nil
                    }
                )
            }
        ),
        Breakage(
            name: "signs webhooks of v2 as they would be in v1",
            caseID: "bank.v2.webhook.ready-to-confirm",
            rule: "SIG.BYTES",
            onWebhook: { request, tools in
                var letter = request
                let names = String(decoding: request.body, as: UTF8.self).replacingText("payout_list", with: "payments")
                letter.headers["X-PARTNER-SIGN"] = try tools.bankKey.sign(Array(names.utf8))
                return [letter]
            }
        ),
    ]

    /// Banks that don't repeat what they should, or do twice what they must not.
    static let repetitions: [Breakage] = [
        Breakage(
            name: "never sends a webhook again",
            caseID: "bank.webhook.sent-again",
            rule: "WEBHOOK.DELIVERED",
            hidesWebhookAnswers: true
        ),
        Breakage(
            name: "doesn't look at idempotency keys",
            caseID: "bank.init.key-twice",
            rule: "IDEMPOTENCY.REPEAT",
            level: .should,
            onRequest: { request, _ in
                var request = request
                request.headers.remove("X-PARTNER-IDEMPOTENCY-KEY")
                return .forward(request)
            }
        ),
    ]
}
