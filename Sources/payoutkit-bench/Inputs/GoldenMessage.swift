import PayoutContract
import PayoutVectors
import StrictJSON

/// A message of the contract: a golden body, and the same body with several faults.
struct GoldenMessage {
    /// The name that the tables print.
    let name: String
    let type: MessageType
    let valid: [UInt8]
    let invalid: [UInt8]

    /// The request `session/start/payout` of the bank's page, on one line.
    static func request() throws -> GoldenMessage {
        try GoldenMessage(
            "session/start/payout",
            type: "session/start/payout",
            caseID: "v1.session-start-payout.request.compact",
            in: "payloads/v1/session-start-payout-request.json"
        ) { body in
            body["session_id"] = nil
            body["amount_details"]?["amount"] = "100.00"
            body["amount_details"]?["currency"] = ""
        }
    }

    /// The webhook `ready_to_confirm` of the bank's page, on one line.
    static func webhook() throws -> GoldenMessage {
        try GoldenMessage(
            "webhook/ready_to_confirm",
            type: "webhook/ready_to_confirm",
            caseID: "v1.ready-to-confirm.webhook.compact",
            in: "webhooks/v1/ready-to-confirm.json"
        ) { body in
            body["session"]?["status"] = "lost"
            body["session"]?["created_at"] = "yesterday"
            body["session"]?["next_action"] = nil
        }
    }

    private init(
        _ name: String,
        type: String,
        caseID: String,
        in path: String,
        breaking: (inout JSONTree) -> Void
    ) throws {
        guard let type = MessageType(name: type, api: .v1), let file = VectorSet.embedded.bytes(at: path) else {
            throw BenchError("the vectors have no \(path)")
        }
        let cases = try JSONDocument(parsing: file).root["cases"]
        guard let body = cases?.elements.first(where: { $0["id"]?.string == caseID })?["body"]?.string else {
            throw BenchError("the vectors have no case \(caseID)")
        }
        var broken = try JSONTree(parsing: body)
        breaking(&broken)
        self.name = name
        self.type = type
        valid = Array(body.utf8)
        invalid = JSONWriter.compact.write(broken)
    }
}
