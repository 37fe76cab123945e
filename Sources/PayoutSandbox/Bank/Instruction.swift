/// What an accepted request asks of the bank.
enum Instruction: Sendable {
    /// `token`: a public token, for the card widget or for another.
    case issueToken(opensCardWidget: Bool)
    /// `token/info` about a card.
    case describeCard(CardName)
    /// `token/info` about a public token.
    case describeToken(String)
    /// `session/create`.
    case create(PayoutTerms)
    /// `session/init/payout`.
    case initPayout(PayoutTerms)
    /// `session/start/payout`.
    case startPayout(sessionID: String, PayoutTerms)
    /// `session/confirm`.
    case confirm(sessionID: String)
    /// `session/cancel`.
    case cancel(sessionID: String)
    /// `session/status`.
    case status(sessionID: String)
}
