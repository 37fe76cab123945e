import PayoutContract

/// The plain text behind `GET /`.
enum Overview {
    static func text(projects: [SandboxProject], routes: RouteTable) -> String {
        var lines = [
            "Sandbox of the payout API: a stand-in for the bank, for tests on one machine. No money moves here.",
            "",
        ]
        lines += projects.map { "Project \($0.name), profile \($0.behaviour.profile.rawValue)." }
        lines += [
            "",
            "Calls are POST, Content-Type application/json, with X-PARTNER-PROJECT and X-PARTNER-SIGN (Base64 of the",
            "RSA-SHA256 signature of the exact body).",
            "",
        ]
        lines += routes.routes.map { "  POST \($0.path)" }
        lines += [
            "",
            "Stand-in for the card widget, without signature; a public token serves once:",
            "",
            "  POST /widget/tokenize  {\"public_token\":\"...\",\"card_number\":\"...\"}  gives  {\"number_hash\":\"...\"}",
            "",
            "The last four digits of the card, or else the kopecks of the amount, choose what happens to the payout:",
            "",
        ]
        lines += OutcomeTable.lines.map { "  \($0)" }
        lines += [
            "",
            "The number_hash of the bank's page, 63191f...def09, is a card that is paid. As tokenized_card.token and",
            "recurrent.token serve card_token_ and the last four digits of a card, such as card_token_0002.",
            "Every answer says in X-Payoutkit-Findings how many findings the request has.",
            "",
        ]
        return lines.joined(separator: "\n")
    }
}
