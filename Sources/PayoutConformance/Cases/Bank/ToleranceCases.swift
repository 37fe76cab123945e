import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// Other right ways to write the same request, which a bank must not refuse.
    static let tolerance: [ContractCase] = [
        header("headers.lower-case", "header names in lower case", rule: "HEADER.PROJECT") { request in
            request.headers = HTTPHeaders(request.headers.fields.map { ($0.name.lowercased(), $0.value) })
        },
        header("headers.charset", "a content type with a charset", rule: "HEADER.CONTENT_TYPE", level: .should) {
            $0.headers["Content-Type"] = "application/json; charset=utf-8"
        },
        written("text.escaped", "names in \\u escapes and slashes as \\/") { writer in
            writer.escaping = .ascii
            writer.escapesSolidus = true
        },
        written("text.pretty", "line breaks and blanks between members") { $0.layout = .pretty(indent: 2) },
        .bank(
            "text.member-order",
            "members in another order are accepted",
            rules: ["TEXT.RFC8259"],
            tags: ["text", "tolerance"],
            movesMoney: true
        ) { client in
            let order = try client.order()
            guard case .object(let members) = order.start(try client.createSession()) else { return }
            _ = try client.ask(.startPayout, .object(members.reversed()))
        },
        .bank(
            "currency.upper-case",
            "RUB is accepted as rub is",
            rules: ["CURRENCY.CODE"],
            tags: ["currency", "tolerance"],
            movesMoney: true
        ) { client in
            var order = try client.order()
            order.currency = "RUB"
            _ = try client.ask(.startPayout, order.start(try client.createSession()))
        },
        .bank(
            "recipient.names-in-parts",
            "first_name and last_name are accepted instead of full_name",
            rules: ["RECIPIENT.NAME"],
            level: .should,
            tags: ["recipient", "tolerance"],
            movesMoney: true
        ) { client in
            var order = try client.order()
            order.recipient = ["first_name": "Иван", "last_name": "Иванов"]
            _ = try client.ask(.startPayout, order.start(try client.createSession()))
        },
    ]

    private static func header(
        _ id: String,
        _ title: String,
        rule: RuleID,
        level: Rule.Level = .must,
        change: @escaping @Sendable (inout HTTPRequest) -> Void
    ) -> ContractCase {
        .bank(id, "\(title) are accepted", rules: [rule], level: level, tags: ["header", "tolerance"]) { client in
            var request = try client.request(.createSession, Bodies.create)
            change(&request)
            _ = try client.accept(request, as: .createSession)
        }
    }

    private static func written(
        _ id: String,
        _ title: String,
        with configure: @escaping @Sendable (inout JSONWriter) -> Void
    ) -> ContractCase {
        .bank(
            id,
            "\(title) are accepted, and change nothing of what is meant",
            rules: ["TEXT.RFC8259", "SIG.BYTES", "SESSION.ECHO"],
            tags: ["text", "tolerance"],
            movesMoney: true
        ) { client in
            var order = try client.order()
            order.metadata = "https://partner.ru/заказ"
            var writer = JSONWriter()
            configure(&writer)
            let bytes = writer.write(client.spoken(order.start(try client.createSession())))
            let request = try client.request(.startPayout, bytes: bytes)
            let session = try client.session(of: client.accept(request, as: .startPayout))
            client.expectEcho(of: "/metadata", order.metadata, in: session, when: "in the answer to the start")
        }
    }
}
