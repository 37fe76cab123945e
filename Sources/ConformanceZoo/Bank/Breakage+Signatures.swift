import HTTPWire
import PartnerSignature
import PayoutVectors
import StrictJSON

extension Breakage {
    /// Banks that take requests which nobody, or somebody else, has signed.
    static let signatures: [Breakage] = [
        .request("takes unsigned requests", "bank.create.no-signature", "SIG.PRESENT") { request, tools in
            guard request.headers["X-PARTNER-SIGN"] == nil else { return .forward(request) }
            return .forward(try tools.signed(request, request.body))
        },
        .request("takes an empty signature", "bank.start.empty-signature", "SIG.PRESENT") { request, tools in
            guard request.headers["X-PARTNER-SIGN"] == "" else { return .forward(request) }
            return .forward(try tools.signed(request, request.body))
        },
        .request("takes any key", "bank.start.wrong-key", "SIG.KEY") { request, tools in
            .forward(try tools.signed(request, request.body))
        },
        .request("confirms for any key", "bank.confirm.wrong-key", "SIG.KEY") { request, tools in
            guard request.operation == "session/confirm" else { return .forward(request) }
            return .forward(try tools.signed(request, request.body))
        },
        .request("takes a tampered body", "bank.start.tampered", "SIG.BYTES") { request, tools in
            .forward(try tools.signed(request, request.body))
        },
        .request("trims the body before it verifies", "bank.create.added-newline", "SIG.BYTES") { request, _ in
            var request = request
            while request.body.last == 0x0A { request.body.removeLast() }
            return .forward(request)
        },
        .request("takes the signature of another body", "bank.cancel.other-body-signed", "SIG.BYTES") {
            request,
            tools in
            .forward(try tools.signed(request, request.body))
        },
        .request("takes half a signature", "bank.start.cut-signature", "SIG.LENGTH") { request, tools in
            guard (request.headers["X-PARTNER-SIGN"] ?? "").utf8.count < 300 else { return .forward(request) }
            return .forward(try tools.signed(request, request.body))
        },
        .request("takes any project", "bank.create.unknown-project", "HEADER.PROJECT") { request, tools in
            var request = request
            request.headers["X-PARTNER-PROJECT"] = tools.project
            return .forward(request)
        },
        .request("takes no project", "bank.start.no-project", "HEADER.PROJECT") { request, tools in
            var request = request
            request.headers["X-PARTNER-PROJECT"] = tools.project
            return .forward(request)
        },
        .request("starts the payout and then refuses the signature", "bank.start.wrong-key", "SESSION.STATE") {
            request,
            tools in
            if request.operation == "session/start/payout", !tools.isRightlySigned(request) {
                _ = try tools.forward(tools.signed(request, request.body))
            }
            return .forward(request)
        },
        .request("compares header names with case", "bank.headers.lower-case", "HEADER.PROJECT") { request, _ in
            guard request.headers.fields.contains(where: { $0.name == "x-partner-project" }) else {
                return .forward(request)
            }
            var request = request
            request.headers.remove("X-PARTNER-PROJECT")
            return .forward(request)
        },
    ]
}
