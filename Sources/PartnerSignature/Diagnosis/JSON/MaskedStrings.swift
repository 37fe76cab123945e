/// Strings as loggers mask them, for the case that the masked body was signed.
enum MaskedStrings {
    /// The names of members that loggers mask.
    private static let names: Set<String> = [
        "number", "number_hash", "security_code", "cvv", "cvc", "expiration_month", "expiration_year", "card_number",
        "cardholder_name", "full_name", "first_name", "last_name", "middle_name", "account", "phone", "token", "inn",
        "session_id",
    ]

    /// Card numbers with stars for all but the first six and the last four digits.
    static func middle(of text: TokenizedText) -> TokenizedText {
        var masked = text
        for (index, token) in text.tokens.enumerated() where token.kind == .string {
            let digits = text[token].dropFirst().dropLast()
            guard (13...19).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
            let number = String(decoding: digits, as: UTF8.self)
            let stars = String(repeating: "*", count: number.count - 10)
            masked.rewrite(index, holding: number.prefix(6) + stars + number.suffix(4))
        }
        return masked
    }

    /// The values of members that hold secrets as stars alone: as many as there were characters, or three.
    static func whole(of text: TokenizedText, keepsLength: Bool) -> TokenizedText {
        var masked = text
        for index in text.tokens.indices.dropFirst(2) where text.tokens[index].kind == .string {
            let name = text.tokens[index - 2]
            guard name.kind == .name, names.contains(StringContent.string(of: text[name])) else { continue }
            let count = StringContent.string(of: text[text.tokens[index]]).unicodeScalars.count
            masked.rewrite(index, holding: String(repeating: "*", count: keepsLength ? count : 3))
        }
        return masked
    }
}
