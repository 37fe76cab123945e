/// A path of the control API.
struct ControlRoute: Sendable {
    enum Action: Sendable {
        case help, triggers, reset, clock, advance, sessions, session, exchanges, exchange, sendExchangeAgain
        case deliveries, sendDeliveryAgain, projects, changeProject, rotateKey, orders, addOrder, removeOrders
        case sendWebhook
    }

    let action: Action
    let method: String
    /// The segments behind `/sandbox/`; `*` stands for any one.
    let segments: [String]
    let summary: String
    /// What a body looks like; empty without a body.
    let example: String

    private init(_ action: Action, _ method: String, _ path: String, _ summary: String, _ example: String = "") {
        self.action = action
        self.method = method
        segments = path.split(separator: "/").map(String.init)
        self.summary = summary
        self.example = example
    }

    static let all: [ControlRoute] = [
        ControlRoute(.help, "GET", "", "this text"),
        ControlRoute(.triggers, "GET", "triggers", "the outcomes and what chooses them"),
        ControlRoute(.reset, "POST", "reset", "forget sessions, tokens, orders, exchanges and webhooks"),
        ControlRoute(.clock, "GET", "clock", "the time of the sandbox"),
        ControlRoute(.advance, "POST", "clock", "move a virtual clock (--clock virtual)", #"{"advance":3600}"#),
        ControlRoute(.sessions, "GET", "sessions", "every session as it stands"),
        ControlRoute(.session, "GET", "sessions/*", "one session"),
        ControlRoute(.exchanges, "GET", "exchanges", "the newest calls and their answers"),
        ControlRoute(.exchange, "GET", "exchanges/*", "one call with its bodies"),
        ControlRoute(.sendExchangeAgain, "POST", "exchanges/*/again", "take the call once more, byte for byte"),
        ControlRoute(.deliveries, "GET", "deliveries", "the newest webhooks and what became of them"),
        ControlRoute(.sendDeliveryAgain, "POST", "deliveries/*/again", "send the webhook once more"),
        ControlRoute(.projects, "GET", "projects", "the projects and their switches"),
        ControlRoute(
            .changeProject,
            "POST",
            "projects/*",
            "change the webhook address or switches of a project",
            #"{"webhook_url":"http://127.0.0.1:9000/","switches":{"error_status":"200"}}"#
        ),
        ControlRoute(
            .rotateKey,
            "POST",
            "projects/*/rotate-key",
            "sign webhooks by a new key; the answer has its public half"
        ),
        ControlRoute(.orders, "GET", "orders", "the orders that wait"),
        ControlRoute(
            .addOrder,
            "POST",
            "orders",
            "let the answer to the next call, or the next webhook, go wrong",
            #"{"answer":{"fault":"drop","operation":"session/confirm"}}"#
        ),
        ControlRoute(.removeOrders, "DELETE", "orders", "take every waiting order back"),
        ControlRoute(
            .sendWebhook,
            "POST",
            "webhooks",
            "send a webhook about a session now, treated as an order would",
            #"{"session_id":"ps_1","type":"ready_to_confirm","signature":"other_key"}"#
        ),
    ]

    /// The segments that `*` stands for, when the path is this route's.
    func captures(_ path: [String]) -> [String]? {
        guard path.count == segments.count else { return nil }
        var captures: [String] = []
        for (segment, part) in zip(segments, path) {
            if segment == "*" {
                captures.append(part)
            } else if segment != part {
                return nil
            }
        }
        return captures
    }

    /// The line of curl that calls it.
    func curl(base: String) -> String {
        let path = segments.map { $0 == "*" ? "ID" : $0 }.joined(separator: "/")
        let method = method == "GET" ? "" : " -X \(method)"
        let body = example.isEmpty ? "" : " -d '\(example)'"
        return "curl\(method) \(base)sandbox\(path.isEmpty ? "" : "/\(path)")\(body)"
    }
}
