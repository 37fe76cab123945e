import PayoutContract
import StrictJSON

extension Excerpt {
    /// A request to an adapter: what it is about, without keys.
    static func of(_ request: AdapterRequest) -> String {
        switch request {
        case .sign(let body, _): "sign \(of(body: body))"
        case .verify(let body, let signature, _): "verify \(of(word: signature)) over \(of(body: body))"
        case .encode(let operation, let api, let input):
            "encode \(operation.path) (\(api.rawValue)) of \(of(body: JSONWriter().write(input.json)))"
        case .receiveWebhook(let webhook): "receive_webhook \(of(body: webhook.body))"
        }
    }

    /// What a partner made of a webhook.
    static func of(_ reaction: WebhookReaction) -> String {
        let session = reaction.sessionID.map { " of \(of(word: $0))" } ?? ""
        return "HTTP \(reaction.status), action \(reaction.action.rawValue)\(session)"
    }
}
