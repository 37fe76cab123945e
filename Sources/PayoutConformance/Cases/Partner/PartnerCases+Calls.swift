import HTTPWire
import PayoutContract
import PayoutSandbox
import PayoutVectors
import StrictJSON

extension PartnerCases {
    /// What the partner's calls look like; every other case judges them too.
    static let calls: [ContractCase] = [
        sent(
            "signed",
            "signs exactly the bytes that it sends",
            rules: ["SIG.PRESENT", "SIG.BASE64", "SIG.LENGTH", "SIG.BYTES", "SIG.KEY", "SIG.SCOPE"],
            tags: ["signature"]
        ) { order in
            order.recipientFullName = "Щукин-Ёлкин Ян"
            order.metadata = [
                "id": .string(order.orderID), "url": "https://shop.example/orders/1?a=b&c=<d>", "sum": 100,
            ]
        },
        sent(
            "headers",
            "calls the right path by POST, with the headers of the bank's pages",
            rules: [
                "HEADER.PROJECT", "HEADER.CONTENT_TYPE", "HEADER.INVENTED", "METHOD.POST", "PATH.KNOWN",
                "TRANSPORT.NO_BROWSER",
            ],
            tags: ["headers"]
        ) { _ in },
        sent(
            "body",
            "sends bodies that keep the contract",
            rules: [
                "TEXT.RFC8259", "TEXT.UTF8", "MEMBER.REQUIRED", "MEMBER.TYPE", "MEMBER.VALUE", "MEMBER.FORMAT",
                "AMOUNT.MINOR_UNITS", "AMOUNT.POSITIVE", "CURRENCY.CODE", "INSTRUMENT.MATCHES_TYPE", "HASH.NOT_BLANK",
                "HASH.NOT_A_CARD_NUMBER", "RECIPIENT.NAME",
            ],
            tags: ["body"]
        ) { _ in },
        sent("amount-odd", "sends an amount with kopecks", rules: ["ORDER.SENT", "AMOUNT.MINOR_UNITS"]) {
            $0.amount = 12_345
        },
        sent("amount-small", "sends an amount of one rouble", rules: ["ORDER.SENT", "AMOUNT.MINOR_UNITS"]) {
            $0.amount = 100
        },
        sent("amount-large", "sends an amount of millions", rules: ["ORDER.SENT", "AMOUNT.MINOR_UNITS"]) {
            $0.amount = 1_234_567_890
        },
        sent("currency-capitals", "pays an order whose currency is in capitals", rules: ["CURRENCY.ANY_CASE"]) {
            $0.currency = "RUB"
        },
        sent("name-cyrillic", "sends every letter of a name", rules: ["NAMES.UNCHANGED", "ORDER.SENT"]) {
            $0.recipientFullName = "Ёжиков Пётр-Юрий Ильич"
        },
        sent("name-latin", "sends a name in Latin letters as it is", rules: ["NAMES.UNCHANGED", "ORDER.SENT"]) {
            $0.recipientFullName = "O'NEIL JOHN"
        },
        sent("metadata-object", "passes an object as metadata on", rules: ["METADATA.ANY_TYPE", "ORDER.SENT"]) {
            $0.metadata = [
                "order": .string($0.orderID), "lines": [1, 2, ["x": true]], "note": "заказ № 1", "empty": [:],
            ]
        },
        sent("metadata-list", "passes a list as metadata on", rules: ["METADATA.ANY_TYPE", "ORDER.SENT"]) {
            $0.metadata = [.string($0.orderID), 1, [], false]
        },
        .partner(
            "calls.one-version",
            "makes every call about a session in the same version",
            rules: ["VERSION.ONE_SHAPE"],
            level: .should,
            tags: ["headers"]
        ) { trial in
            try trial.confirm(try trial.start())
        },
        .partner(
            "calls.idempotency-key",
            "sends an idempotency key with session/init/payout",
            rules: ["IDEMPOTENCY.KEY"],
            level: .should,
            tags: ["headers"]
        ) { trial in
            try trial.start()
            for call in trial.calls where call.operation == .initPayout {
                let keys = call.exchange.request.headers.all("X-PARTNER-IDEMPOTENCY-KEY")
                if keys.count == 1, (1...255).contains(keys[0].utf8.count) { continue }
                trial.report(
                    "IDEMPOTENCY.KEY",
                    level: .should,
                    "session/init/payout has no idempotency key",
                    expected: "one X-PARTNER-IDEMPOTENCY-KEY of 1 to 255 characters",
                    received: "\(keys.count) keys"
                )
            }
        },
    ]

    /// A case whose order is paid and whose calls have to say it.
    private static func sent(
        _ id: String,
        _ title: String,
        rules: [RuleID],
        tags: [String] = ["order"],
        _ change: @escaping @Sendable (inout PartnerOrder) -> Void
    ) -> ContractCase {
        .partner("calls." + id, title, rules: rules, tags: tags) { trial in
            trial = trial.ordering(change)
            try trial.confirm(try trial.start())
        }
    }
}
