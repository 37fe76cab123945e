import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks whose answers are wrong.
    static let answers: [Breakage] = [
        Breakage(
            name: "answers errors as text",
            caseID: "bank.create.wrong-key",
            rule: "TEXT.RFC8259",
            onResponse: { _, response, _ in
                guard response.status >= 400 else { return HTTPReply(response) }
                return HTTPReply(HTTPResponse(status: response.status, body: Array("no".utf8)))
            }
        ),
        .answers("leaves out what is wrong", "bank.create.wrong-key", "ENVELOPE.ERROR") { body in
            if body["status"]?.string == "error" { body["error"] = nil }
        },
        .answers("calls every error invalid_request", "bank.start.tampered", "ERROR.CODE") { body in
            if body["error"] != nil { body["error"]?["code"] = "invalid_request" }
        },
        .answers("has no status", "bank.create.accepted", "ENVELOPE.STATUS") { body in body["status"] = nil },
        .answers("gives no session", "bank.create.accepted", "ENVELOPE.CONTENT", to: "session/create") { body in
            body["session"] = nil
        },
        .answers("writes local time", "bank.create.accepted", "DATE.RFC3339", to: "session/create") { body in
            body["session"]?["created_at"] = "2025-05-27 02:03:00"
        },
        .answers("writes amounts in roubles", "bank.start.accepted", "AMOUNT.MINOR_UNITS", to: "session/start/payout") {
            body in
            body.changePayout { payout in
                payout["amount_details"]?["amount"] = JSONNumber("100.00").map(JSONTree.number)
            }
        },
        .answers("invents a status", "bank.status.accepted", "SESSION.STATUS", to: "session/status") { body in
            if body["session"] != nil { body["session"]?["status"] = "new" }
        },
        .answers("shows a new session as running", "bank.status.accepted", "SESSION.STATE", to: "session/status") {
            body in
            if body["session"]?["status"]?.string == "created" { body["session"]?["status"] = "in_progress" }
        },
        .answers("never shows the end", "bank.status.finished", "SESSION.STATE", to: "session/status") { body in
            if body["session"]?["status"]?.string == "accepted" { body["session"]?["status"] = "in_progress" }
        },
        .answers(
            "asks for confirmation without saying so",
            "bank.status.awaiting-confirmation",
            "SESSION.STATE",
            to: "session/status"
        ) { body in
            body["session"]?["next_action"] = nil
        },
        .answers(
            "calls the next action by the name of its webhook",
            "bank.status.awaiting-confirmation",
            "SESSION.NEXT_ACTION",
            to: "session/status"
        ) { body in
            if body["session"]?["next_action"] != nil { body["session"]?["next_action"] = "ready_to_confirm" }
        },
        Breakage(
            name: "writes a member twice",
            caseID: "bank.create.accepted",
            rule: "TEXT.UNIQUE_NAMES",
            onResponse: { _, response, _ in
                var response = response
                response.body = Array(#"{"status":"ok","#.utf8) + response.body.dropFirst()
                return HTTPReply(response)
            }
        ),
        .answers("gives every page the same token", "bank.token.fresh", "TOKEN.SINGLE_USE", to: "token") { body in
            body["public_token"] = "e065c2f1328e74156a883c00e210a4b1b1451782bbfdd18ae8d05715e05d8548"
        },
        .answers("gives every session the same id", "bank.create.ids-differ", "ID.NOT_EMPTY", to: "session/create") {
            body in
            if body["session"] != nil { body["session"]?["id"] = "ps_1" }
        },
        .answers("shows other digits", "bank.token-info.widget-card", "ENVELOPE.CONTENT", to: "token/info") { body in
            if body["info"] != nil { body["info"]?["last4"] = "0000" }
        },
        .answers("changes the amount in the status", "bank.echo.amount", "SESSION.ECHO", to: "session/status") { body in
            body.changePayout { $0["amount_details"]?["amount"] = 1 }
        },
        Breakage(
            name: "closes the connection",
            caseID: "bank.start.accepted",
            rule: "SESSION.STATE",
            onResponse: { request, response, _ in
                HTTPReply(response, fault: request.operation == "session/start/payout" ? .dropConnection : nil)
            }
        ),
        Breakage(
            name: "never answers a confirm",
            caseID: "bank.confirm.accepted",
            rule: "SESSION.STATE",
            onResponse: { request, response, _ in
                HTTPReply(response, fault: request.operation == "session/confirm" ? .delay(.seconds(60)) : nil)
            }
        ),
    ]
}

extension JSONTree {
    /// Changes the first payout of the session of an answer or a webhook.
    mutating func changePayout(_ change: (inout JSONTree) -> Void) {
        guard let first = JSONPointer("/session/payments/0"), var payout = self[first] else { return }
        change(&payout)
        self[first] = payout
    }
}
