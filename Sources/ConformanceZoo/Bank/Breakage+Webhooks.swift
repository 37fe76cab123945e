import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks whose webhooks are wrong.
    static let webhooks: [Breakage] = [
        missing("ready_to_confirm", caseID: "bank.webhook.ready-to-confirm"),
        missing("payment_finished", caseID: "bank.webhook.payment-finished"),
        Breakage(
            name: "doesn't sign webhooks",
            caseID: "bank.webhook.ready-to-confirm",
            rule: "SIG.PRESENT",
            onWebhook: { request, _ in
                var request = request
                request.headers.remove("X-PARTNER-SIGN")
                return [request]
            }
        ),
        Breakage(
            name: "signs webhooks with another key",
            caseID: "bank.webhook.payment-finished",
            rule: "SIG.KEY",
            onWebhook: { request, _ in
                var request = request
                let key = try PrivateKey(pem: VectorSet.embedded.key(named: "public-test-key-other.pem"))
                request.headers["X-PARTNER-SIGN"] = try key.sign(request.body)
                return [request]
            }
        ),
        Breakage(
            name: "writes a webhook anew after signing it",
            caseID: "bank.webhook.ready-to-confirm",
            rule: "SIG.BYTES",
            onWebhook: { request, _ in
                var request = request
                request.body = JSONWriter(layout: .spaced).write(try JSONTree(parsing: request.body))
                return [request]
            }
        ),
        Breakage(
            name: "signs in base64url",
            caseID: "bank.webhook.ready-to-confirm",
            rule: "SIG.BASE64",
            onWebhook: { request, _ in
                var request = request
                let signature = request.headers["X-PARTNER-SIGN"] ?? ""
                request.headers["X-PARTNER-SIGN"] = String(signature.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
                return [request]
            }
        ),
        .webhooks(
            "says ready without asking for the confirmation",
            "bank.webhook.ready-to-confirm",
            "WEBHOOK.CONFIRM_STATE",
            of: "ready_to_confirm"
        ) { body in
            body["session"]?["next_action"] = nil
        },
        .webhooks(
            "changes the amount before the confirmation",
            "bank.echo.amount",
            "SESSION.ECHO",
            of: "ready_to_confirm"
        ) { body in
            body.changePayout { $0["amount_details"]?["amount"] = 1_234_500 }
        },
        .webhooks("changes the recipient", "bank.echo.recipient", "SESSION.ECHO", of: "payment_finished") { body in
            body.changePayout { $0["participant_details"]?["recipient"]?["full_name"] = "Кто-то Другой" }
        },
        .webhooks(
            "finishes without an end",
            "bank.webhook.payment-finished",
            "WEBHOOK.FINISHED_STATE",
            of: "payment_finished"
        ) { body in
            body.changePayout { $0["status"] = "pending" }
        },
        .webhooks("calls a failure a success", "bank.flow.confirm-fail", "PAYOUT.STATUS", of: "payment_finished") {
            body in
            body["session"]?["status"] = "accepted"
            body["session"]?["error"] = nil
            body.changePayout { payout in
                payout["status"] = "succeeded"
                payout["error"] = nil
            }
        },
        .webhooks(
            "calls a success a failure",
            "bank.flow.init-confirm-succeed",
            "PAYOUT.STATUS",
            of: "payment_finished"
        ) { body in
            body["session"]?["status"] = "error"
            body.changePayout { $0["status"] = "failed" }
        },
        Breakage(
            name: "says finished before the confirmation",
            caseID: "bank.webhook.payment-finished",
            rule: "SESSION.STATE",
            onWebhook: { request, tools in
                var body = try JSONTree(parsing: request.body)
                guard body["type"]?.string == "ready_to_confirm" else { return [request] }
                body["type"] = "payment_finished"
                return [try tools.signedByBank(request, JSONWriter().write(body)), request]
            }
        ),
    ]

    /// Banks whose webhooks break the contract in one member.
    static let webhookMembers: [Breakage] = [
        .webhooks("writes webhooks without a type", "bank.webhook.ready-to-confirm", "WEBHOOK.TYPE") { body in
            body["type"] = nil
        },
        .webhooks("writes webhooks without a session", "bank.webhook.ready-to-confirm", "WEBHOOK.SESSION") { body in
            body["session"] = nil
        },
        .webhooks("hides refunds", "bank.webhook.payment-refunded", "WEBHOOK.REFUND_LISTED", of: "payment_refunded") {
            body in
            body.changePayout { $0["refunds"] = nil }
        },
        .webhooks("masks the BIN of a card", "bank.webhook.ready-to-confirm", "MEMBER.FORMAT", of: "ready_to_confirm") {
            body in
            body.changePayout { $0["payment_method"]?["card"]?["bin"] = "22**24" }
        },
        .webhooks("writes an empty brand", "bank.webhook.ready-to-confirm", "MEMBER.LENGTH", of: "ready_to_confirm") {
            body in
            body.changePayout { $0["payment_method"]?["card"]?["brand"] = "" }
        },
        .webhooks("hides amounts", "bank.webhook.payment-finished", "PAYOUT.COMPLETE", of: "payment_finished") { body in
            body.changePayout { $0["amount_details"] = nil }
        },
        .webhooks("hides who pays a receipt", "bank.webhook.payment-finished", "FISCAL.PAYER", of: "payment_finished") {
            body in
            body.changePayout { payout in
                payout["fiscalization_details"] = [
                    "professional_income_taxpayer": [
                        "tax_reference": "123456789047", "payer_type": "legal",
                        "services": [
                            ["name": "work", "amount_details": ["amount": 10_000, "currency": "rub"], "quantity": 1]
                        ],
                    ]
                ]
            }
        },
    ]

    private static func missing(_ type: String, caseID: String) -> Breakage {
        Breakage(
            name: "forgets \(type)",
            caseID: caseID,
            rule: "WEBHOOK.DELIVERED",
            onWebhook: { request, _ in
                try JSONTree(parsing: request.body)["type"]?.string == type ? [] : [request]
            }
        )
    }
}
