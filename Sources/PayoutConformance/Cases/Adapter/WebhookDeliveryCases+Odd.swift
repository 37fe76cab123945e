import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension WebhookDeliveryCases {
    /// Right webhooks of a form that naive receivers stumble over.
    static func odd(_ api: APIVersion, _ post: WebhookPost) -> [ContractCase] {
        let order = PartnerOrder.sample(api)
        let body = WebhookBody.ready(order)
        return texts(of: body)
            .map { name, title, rule, bytes in
                receive("ready.\(name)", "confirms a webhook \(title)", api, rules: [rule, "ORDER.CONFIRMED"]) {
                    (try post.webhook(bytes, orders: [order]), .confirming(order))
                }
            }
            + heads.map { name, title, rule, change in
                receive("ready.\(name)", "confirms a webhook \(title)", api, rules: [rule, "ORDER.CONFIRMED"]) {
                    var webhook = try post.webhook(JSONWriter().write(body), orders: [order])
                    change(&webhook.headers)
                    return (webhook, .confirming(order))
                }
            } + contents(api, post)
    }

    /// Other texts of the same values: each is signed as it stands.
    private static func texts(of body: JSONTree) -> [(String, String, RuleID, [UInt8])] {
        let compact = JSONWriter().write(body)
        let pretty = JSONWriter(layout: .pretty(indent: 4)).write(body)
        return [
            ("pretty", "on many lines", "SIG.BYTES", pretty),
            (
                "crlf", "with line breaks of two characters", "SIG.BYTES",
                pretty.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
            ),
            ("final-newline", "with a line break at its end", "SIG.BYTES", compact + [0x0A]),
            ("leading-blanks", "with blanks before it", "SIG.BYTES", [0x20, 0x09] + compact),
            ("escaped", "with escapes in the place of letters", "SIG.BYTES", JSONWriter(escaping: .ascii).write(body)),
            (
                "escaped-solidus", "with escaped slashes", "SIG.BYTES",
                JSONWriter(escapesSolidus: true).write(body.setting(metadata: "https://shop.example/orders/131"))
            ),
        ]
    }

    private typealias HeadChange = @Sendable (inout HTTPHeaders) -> Void

    private static let heads: [(String, String, RuleID, HeadChange)] = [
        ("lower-case-header", "whose header names are in lower case", "SIG.PRESENT", rename { $0.lowercased() }),
        ("upper-case-header", "whose header names are in capitals", "SIG.PRESENT", rename { $0.uppercased() }),
        (
            "charset", "with a charset in its Content-Type", "HEADER.CONTENT_TYPE",
            { $0["Content-Type"] = "application/json; charset=utf-8" }
        ),
        ("more-headers", "with headers that nobody knows", "SIG.PRESENT", { $0.add("X-Request-Id", "131") }),
    ]

    private static func rename(_ change: @escaping @Sendable (String) -> String) -> HeadChange {
        { headers in headers = HTTPHeaders(headers.fields.map { (change($0.name), $0.value) }) }
    }

    private static func contents(_ api: APIVersion, _ post: WebhookPost) -> [ContractCase] {
        let order = PartnerOrder.sample(api)
        let second = PartnerOrder.second(api)
        return [
            receive(
                "ready.currency-capitals",
                "confirms a webhook that writes RUB",
                api,
                rules: ["CURRENCY.CODE", "ORDER.CONFIRMED"]
            ) {
                var body = WebhookBody.ready(order)
                body.changeFirstPayout { $0["amount_details"]?["currency"] = "RUB" }
                return (try post.webhook(JSONWriter().write(body), orders: [order]), .confirming(order))
            },
            receive(
                "ready.second-order",
                "confirms the second of two orders",
                api,
                rules: ["ORDER.CONFIRMED", "CONFIRM.MATCHES_ORDER"]
            ) {
                let body = JSONWriter().write(WebhookBody.ready(second))
                return (try post.webhook(body, orders: [order, second]), .confirming(second))
            },
            receive("unknown-type", "takes a webhook of an unknown type", api, rules: ["WEBHOOK.ANSWER_200"]) {
                var body = WebhookBody.finished(order)
                body["type"] = "confirmation_payout"
                return (try post.webhook(JSONWriter().write(body), orders: [order]), .quiet(order))
            },
        ]
    }
}

extension JSONTree {
    /// The webhook with other metadata in its first payout.
    fileprivate func setting(metadata: JSONTree) -> JSONTree {
        var body = self
        body.changeFirstPayout { $0["metadata"] = metadata }
        return body
    }
}
