import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks that do the wrong thing at the wrong moment.
    static let lifecycle: [Breakage] = [
        onWrongState("confirms twice", "bank.confirm.twice", of: "session/confirm", in: "accepted"),
        onWrongState("confirms what was not started", "bank.confirm.created", of: "session/confirm", in: "created"),
        onWrongState("confirms what was cancelled", "bank.confirm.cancelled", of: "session/confirm", in: "cancelled"),
        onWrongState("cancels what was paid", "bank.cancel.finished", of: "session/cancel", in: "accepted"),
        onWrongState("takes a copied confirm", "bank.scope.replayed-confirm", of: "session/confirm", in: "accepted"),
        onWrongState(
            "takes a confirm for a cancel",
            "bank.scope.moved-to-cancel",
            of: "session/cancel",
            in: "accepted"
        ),
        onWrongState("cancels twice", "bank.cancel.twice", of: "session/cancel", in: "cancelled"),
        onWrongState("starts what was cancelled", "bank.start.cancelled", of: "session/start/payout", in: "cancelled"),
        .request("cancels by confirming", "bank.flow.start-cancel", "SESSION.STATE") { request, _ in
            var request = request
            if request.operation == "session/cancel" { request.target = "/api/v1/session/confirm" }
            return .forward(request)
        },
        .request("cancels by doing nothing", "bank.cancel.accepted", "SESSION.STATE") { request, tools in
            guard request.operation == "session/cancel", tools.isRightlySigned(request) else {
                return .forward(request)
            }
            return .answer(HTTPReply(try tools.status(request)))
        },
        .request("confirms by doing nothing", "bank.flow.start-confirm-succeed", "WEBHOOK.DELIVERED") {
            request,
            tools in
            guard request.operation == "session/confirm", tools.isRightlySigned(request) else {
                return .forward(request)
            }
            return .answer(HTTPReply(try tools.status(request)))
        },
        .request("can't cancel what was not started", "bank.cancel.created", "SESSION.STATE") { request, tools in
            guard request.operation == "session/cancel",
                JSONPointer("/session/status").flatMap({ try? JSONTree(parsing: tools.status(request).body)[$0] })?
                    .string == "created"
            else { return .forward(request) }
            return .forward(try tools.signed(request, Array(#"{"session_id":"ps_0"}"#.utf8)))
        },
        Breakage(
            name: "knows every session",
            caseID: "bank.status.unknown-session",
            rule: "SESSION.UNKNOWN",
            onResponse: { request, response, tools in
                guard request.operation == "session/status", response.status >= 400, tools.isRightlySigned(request)
                else {
                    return HTTPReply(response)
                }
                return HTTPReply(try tools.ask("session/create", [:]))
            }
        ),
    ]

    /// A bank that says yes to a call which the state of the session forbids.
    private static func onWrongState(
        _ name: String,
        _ caseID: String,
        of operation: String,
        in status: String
    ) -> Breakage {
        Breakage(
            name: name,
            caseID: caseID,
            rule: "SESSION.STATE",
            onResponse: { request, response, tools in
                guard request.operation == operation, response.status >= 400, tools.isRightlySigned(request) else {
                    return HTTPReply(response)
                }
                let answer = try tools.status(request)
                let found = try JSONTree(parsing: answer.body)["session"]?["status"]?.string
                return HTTPReply(found == status ? answer : response)
            }
        )
    }
}
