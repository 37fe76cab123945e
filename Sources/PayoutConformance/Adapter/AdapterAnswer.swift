import PartnerSignature
import StrictJSON

/// What an adapter answers to one request.
enum AdapterAnswer: Hashable, Sendable {
    /// To `sign`.
    case signature(String)
    /// To `verify`.
    case valid(Bool)
    /// To `encode`.
    case body([UInt8])
    /// To `receive_webhook`.
    case reaction(WebhookReaction)
    /// The adapter has no such ability.
    case unsupported
    /// The adapter says what went wrong.
    case error(String)

    /// Reads the answer to `name`.
    ///
    /// - Throws: `AdapterFault` when it lacks the member that the request asks for.
    init(_ value: JSONValue, to name: AdapterRequest.Name) throws(AdapterFault) {
        if value["unsupported"]?.boolean == true {
            self = .unsupported
        } else if let error = value["error"] {
            self = .error(error.string ?? "no text")
        } else {
            self = try Self.result(value, of: name)
        }
    }

    private static func result(_ value: JSONValue, of name: AdapterRequest.Name) throws(AdapterFault) -> AdapterAnswer {
        switch name {
        case .sign:
            guard let signature = value["signature"]?.string else { throw .lacks("signature, a string") }
            return .signature(signature)
        case .verify:
            guard let isValid = value["valid"]?.boolean else { throw .lacks("valid, true or false") }
            return .valid(isValid)
        case .encode:
            guard let text = value["body_base64"]?.string, let body = try? Base64.decode(text) else {
                throw .lacks("body_base64, the bytes of the body in Base64")
            }
            return .body(body)
        case .receiveWebhook:
            return .reaction(try reaction(value))
        }
    }

    private static func reaction(_ value: JSONValue) throws(AdapterFault) -> WebhookReaction {
        guard let status = value["status"]?.number?.int64, (100...599).contains(status) else {
            throw .lacks("status, an HTTP status")
        }
        guard let action = value["action"]?.string.flatMap(WebhookReaction.Action.init(rawValue:)) else {
            throw .lacks("action: confirm, cancel or none")
        }
        let sessionID = value["session_id"]?.string
        guard action == .none || sessionID != nil else {
            throw .lacks("session_id, which \(action.rawValue) is about")
        }
        return WebhookReaction(status: Int(status), action: action, sessionID: action == .none ? nil : sessionID)
    }

    /// The answer as a line of the protocol holds it.
    ///
    /// - Parameter id: The id of the request, as it came.
    func json(id: JSONTree) -> JSONTree {
        switch self {
        case .signature(let signature): ["id": id, "signature": .string(signature)]
        case .valid(let isValid): ["id": id, "valid": .boolean(isValid)]
        case .body(let body): ["id": id, "body_base64": .string(Base64.encode(body))]
        case .reaction(let reaction): Self.json(id: id, reaction)
        case .unsupported: ["id": id, "unsupported": true]
        case .error(let text): ["id": id, "error": .string(text)]
        }
    }

    private static func json(id: JSONTree, _ reaction: WebhookReaction) -> JSONTree {
        var tree: JSONTree = [
            "id": id, "status": JSONTree(integerLiteral: Int64(reaction.status)),
            "action": .string(reaction.action.rawValue),
        ]
        if let sessionID = reaction.sessionID { tree["session_id"] = .string(sessionID) }
        return tree
    }
}
