import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// What the partner sent comes back unchanged: in the answer, in both webhooks and in the status.
    static let echoes: [ContractCase] = [
        echo("echo.amount", "the amount", of: "/amount_details/amount", sent: 12_345) { $0.amount = $1 },
        echo(
            "echo.recipient",
            "the recipient's name",
            of: "/participant_details/recipient/full_name",
            sent: "Ёлкина-Ким Анна О'Нил"
        ) { $0.recipient = ["full_name": $1] },
        echo("echo.metadata-string", "metadata that is a string", of: "/metadata", sent: "заказ № 1 / \"x\"") {
            $0.metadata = $1
        },
        echo(
            "echo.metadata-object",
            "metadata that is an object",
            of: "/metadata",
            sent: ["order": "1", "items": [1, true, "два"], "nested": ["empty": [:]]]
        ) { $0.metadata = $1 },
        echo("echo.metadata-number", "metadata that is a number", of: "/metadata", sent: 9_007_199_254_740_993) {
            $0.metadata = $1
        },
    ]

    private static func echo(
        _ id: String,
        _ title: String,
        of path: String,
        sent: JSONTree,
        put: @escaping @Sendable (inout PayoutOrder, JSONTree) -> Void
    ) -> ContractCase {
        .bank(
            id,
            "\(title) comes back as sent",
            rules: ["SESSION.ECHO"],
            tags: ["echo"],
            movesMoney: true
        ) { client in
            var order = try client.order()
            put(&order, sent)
            let sessionID = try client.createSession()
            let answer = try client.ask(.startPayout, order.start(sessionID))
            let started = try client.session(of: answer)
            client.expectEcho(of: path, sent, in: started, when: "in the answer to the start")
            let ready = try client.awaitReady(sessionID)
            client.expectEcho(of: path, sent, in: ready, when: "when ready to confirm")
            try client.confirm(sessionID)
            let finished = try client.awaitFinish(sessionID)
            client.expectEcho(of: path, sent, in: finished, when: "when finished")
            client.expectEcho(of: path, sent, in: try client.status(of: sessionID), when: "in the status")
        }
    }
}
