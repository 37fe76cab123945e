import HTTPWire
import PayoutContract
import PayoutVectors
import StrictJSON

extension ContractCases {
    /// The public token, the widget's stand-in and what the bank knows of a hash.
    static let tokens: [ContractCase] = [
        .bank(
            "widget.tokenized",
            "the widget's stand-in makes a hash of a card number",
            rules: ["TOKEN.SINGLE_USE"],
            tags: ["token", "widget", "twin"]
        ) { client in
            _ = try client.tokenize(client.cardNumber(), publicToken: client.publicToken())
        },
        .bank(
            "widget.token-twice",
            "a public token that was used is refused",
            rules: ["TOKEN.SINGLE_USE"],
            level: .should,
            twin: "widget.tokenized",
            tags: ["token", "widget", "negative"]
        ) { client in
            let token = try client.publicToken()
            _ = try client.tokenize(client.cardNumber(), publicToken: token)
            let second = try client.askWidget(client.cardNumber(), publicToken: token)
            guard second.status < 400 else { return }
            client.report(
                "TOKEN.SINGLE_USE",
                "a public token served twice",
                expected: "a refusal of the second use",
                received: Excerpt.of(second)
            )
        },
        .bank(
            "token.fresh",
            "every request for a public token gives another one",
            rules: ["TOKEN.SINGLE_USE"],
            tags: ["token"]
        ) { client in
            let tokens = try [client.publicToken(), client.publicToken()]
            guard tokens[0] == tokens[1] else { return }
            client.report("TOKEN.SINGLE_USE", "two requests gave the same token", expected: "two tokens")
        },
        .bank(
            "token-info.widget-card",
            "token/info shows the last four digits of the card that was typed into the widget",
            rules: ["ENVELOPE.CONTENT"],
            tags: ["token-info", "widget"]
        ) { client in
            let number = try client.cardNumber()
            let hash = try client.tokenize(number, publicToken: client.publicToken())
            let answer = try client.ask(.tokenInfo, Bodies.tokenInfo(hash))
            let last4 = answer.document?.root["info"]?["last4"]?.string
            guard last4 != String(number.suffix(4)) else { return }
            client.report(
                "ENVELOPE.CONTENT",
                "token/info shows other digits",
                expected: "the card's last four digits",
                about: answer
            )
        },
    ]
}

extension PartnerClient {
    /// A card number for the widget's stand-in.
    fileprivate func cardNumber() throws(CaseStop) -> String {
        guard let widget = bank.target.abilities.widget else {
            throw .notApplicable("the bank has no stand-in for the widget")
        }
        return widget.cardNumber
    }
}
