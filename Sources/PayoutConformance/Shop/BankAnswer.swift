import HTTPWire
import StrictJSON

/// What the bank answered to a call of the kit's own shop.
struct BankAnswer: Sendable {
    /// The HTTP status.
    let status: Int
    /// The body.
    let document: JSONDocument

    /// - Returns: Nil when the answer is nothing that can be read: what became of the call is not known then.
    init?(_ response: HTTPResponse) {
        guard let document = try? JSONDocument(parsing: response.body) else { return nil }
        status = response.status
        self.document = document
    }

    /// The code of a refusal, whatever the HTTP status and the member `status` say (ENVELOPE.READ_STATUS); nil when the bank
    /// carried the call out.
    var errorCode: String? { document.root["error"]?["code"]?.string }

    /// The sentence of a refusal, which decides nothing (ERROR.BY_CODE).
    var description: String { document.root["error"]?["description"]?.string ?? "" }

    /// The member `status`.
    var statusMember: String? { document.root["status"]?.string }

    /// The session that it tells of.
    var sessionID: String? { document.root["session"]?["id"]?.string }
}
