import PayoutVectors

/// Why the widget stand-in refuses.
struct WidgetRefusal: Error, Hashable, Sendable {
    /// A short word for programs.
    var code: String
    /// One sentence for people; it never names digits of a card number.
    var description: String
    var rule: RuleID?

    static let methodNotAllowed = WidgetRefusal(
        code: "method_not_allowed",
        description: "/widget/tokenize takes POST only"
    )
}

extension Bank {
    mutating func issueToken(opensCardWidget: Bool, at now: SandboxInstant) -> String {
        let token = PublicToken(
            text: identifiers.nextPublicToken(),
            createdAt: now,
            opensCardWidget: opensCardWidget
        )
        tokens[token.text] = token
        tokenOrder.append(token.text)
        forgetOldTokens(at: now)
        return token.text
    }

    /// What the widget does with a card number: keeps it at the bank and gives back a hash.
    ///
    /// A refused number does not use up the token, as a person who mistyped tries again.
    mutating func tokenize(
        publicToken: String,
        cardNumber: String,
        at now: SandboxInstant
    ) throws(WidgetRefusal) -> String {
        guard let token = tokens[publicToken] else {
            throw WidgetRefusal(code: "unknown_token", description: "the public_token is not known")
        }
        guard token.opensCardWidget else {
            throw WidgetRefusal(
                code: "token_without_access",
                description: "the public_token was not issued with tokenize_widget.access true"
            )
        }
        guard !token.isUsed else {
            throw WidgetRefusal(
                code: "token_used",
                description: "the public_token was used before; each serves once",
                rule: "TOKEN.SINGLE_USE"
            )
        }
        guard token.isActive(at: now) else {
            throw WidgetRefusal(code: "token_expired", description: "the public_token is older than 24 hours")
        }
        let number: CardNumber
        do throws(CardNumber.Fault) {
            number = try CardNumber(cardNumber)
        } catch {
            throw WidgetRefusal(code: "invalid_card_number", description: error.sentence)
        }
        tokens[publicToken]?.isUsed = true
        let hash = identifiers.numberHash(of: number)
        cards[hash] = number.masked
        return hash
    }

    /// Forgets tokens a day after their end, and the oldest when there are too many.
    private mutating func forgetOldTokens(at now: SandboxInstant) {
        while let oldest = tokenOrder.first, let token = tokens[oldest] {
            let isOld = token.expiresAt.advanced(by: PublicToken.lifetime) < now
            guard isOld || tokens.count > Self.memory else { return }
            tokens[oldest] = nil
            _ = tokenOrder.removeFirst()
        }
    }
}
