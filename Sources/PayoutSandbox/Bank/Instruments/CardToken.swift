/// Tokens of cards that the sandbox knows without a widget: `card_token_` and the last four digits of a card of the table.
///
/// The bank gives such tokens out by `tokenize/elements` and for recurring payments; both are beyond this sandbox.
enum CardToken {
    static let prefix = "card_token_"

    /// The card behind a token, nil when it is none of the sandbox's.
    static func card(_ token: String) -> MaskedCard? {
        guard token.hasPrefix(prefix) else { return nil }
        let lastFour = String(token.dropFirst(prefix.count))
        guard lastFour.utf8.count == 4, lastFour.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let known = OutcomeTrigger.all.first { $0.lastFour == lastFour }
        return try? known.map { try CardNumber($0.cardNumber).masked }
            ?? MaskedCard(brand: "mir", bin: "220024", lastFour: lastFour, country: "RUS")
    }
}
