import PayoutContract

/// The plain text behind `GET /`.
enum Overview {
    static func text(project: String, profile: Profile) -> String {
        var lines = [
            "Sandbox of the payout API: a stand-in for the bank, for tests on one machine. No money moves here.",
            "",
            "Project \(project), profile \(profile.rawValue). Calls are POST, Content-Type application/json, with",
            "X-PARTNER-PROJECT and X-PARTNER-SIGN (Base64 of the RSA-SHA256 signature of the exact body).",
            "",
        ]
        for version in Route.servedVersions {
            lines += Operation.core.map { "  POST /api/\(version.rawValue)/\($0.path)" }
        }
        lines += [
            "",
            "Stand-in for the card widget, without signature; a public token serves once:",
            "",
            "  POST /widget/tokenize  {\"public_token\":\"...\",\"card_number\":\"...\"}  gives  {\"number_hash\":\"...\"}",
            "",
            "The last four digits of the card choose what happens to the payout:",
            "",
        ]
        lines += OutcomeTrigger.all.map { "  ...\($0.lastFour)  \($0.summary), such as \($0.cardNumber)" }
        lines += [
            "  others   paid",
            "",
            "The number_hash of the bank's page, 63191f...def09, is a card that is paid.",
            "Every answer says in X-Payoutkit-Findings how many findings the request has.",
            "",
        ]
        return lines.joined(separator: "\n")
    }
}
