import PartnerSignature
import PayoutVectors

/// Why the widget stand-in refuses.
struct WidgetRefusal: Error, Hashable, Sendable {
    /// A short word for programs.
    var code: String
    /// One sentence for people; it never names digits of a card number.
    var description: String
    var rule: RuleID?

    /// The code of a number that is none; the person types it once more.
    static let invalidCardNumberCode = "invalid_card_number"

    static let methodNotAllowed = WidgetRefusal(
        code: "method_not_allowed",
        description: "/widget/tokenize takes POST only"
    )
}

extension Bank {
    mutating func issueToken(opensCardWidget: Bool, _ caller: Caller, at now: SandboxInstant) -> Decision {
        let text = identifiers.nextPublicToken()
        let token = PublicToken(
            project: caller.project,
            createdAt: now,
            expiresAt: now.advanced(by: caller.behaviour.tokenLifetime),
            opensCardWidget: opensCardWidget,
            servesOnce: caller.behaviour.tokenSingleUse
        )
        let name = Self.digest(ofName: text)
        enter(token, name)
        forgetOldTokens(at: now)
        return Decision(reply: .success(.token(text)), changes: [.token(name, token)])
    }

    private mutating func enter(_ token: PublicToken, _ name: SHA256Digest) {
        if tokens.updateValue(token, forKey: name) == nil { tokenOrder.append(name) }
    }

    /// Takes a token up where a journal left it.
    mutating func restore(_ token: PublicToken, _ name: SHA256Digest) {
        if tokens[name] == nil { identifiers.skipToken() }
        enter(token, name)
    }

    /// What the widget does with a card number: keeps it at the bank and gives back a hash.
    ///
    /// A refused number does not use up the token, as a person who mistyped tries again.
    mutating func tokenize(
        publicToken: String,
        cardNumber: String,
        at now: SandboxInstant
    ) throws(WidgetRefusal) -> (hash: String, changes: [BankChange]) {
        let name = Self.digest(ofName: publicToken)
        let token = try usableToken(name, at: now)
        let number: CardNumber
        do throws(CardNumber.Fault) {
            number = try CardNumber(cardNumber)
        } catch {
            throw WidgetRefusal(code: WidgetRefusal.invalidCardNumberCode, description: error.sentence)
        }
        var used = token
        used.isUsed = true
        tokens[name] = used
        let hash = identifiers.numberHash(of: number)
        let card = Self.digest(ofName: hash)
        cards[card] = number.masked
        return (hash, [.token(name, used), .card(card, number.masked)])
    }

    /// The token of that name, when the widget may be opened with it.
    func usableToken(_ name: SHA256Digest, at now: SandboxInstant) throws(WidgetRefusal) -> PublicToken {
        guard let token = tokens[name] else {
            throw WidgetRefusal(code: "unknown_token", description: "the public_token is not known")
        }
        guard token.opensCardWidget else {
            throw WidgetRefusal(
                code: "token_without_access",
                description: "the public_token was not issued with tokenize_widget.access true"
            )
        }
        guard !(token.isUsed && token.servesOnce) else {
            throw WidgetRefusal(
                code: "token_used",
                description: "the public_token was used before; each serves once",
                rule: "TOKEN.SINGLE_USE"
            )
        }
        guard token.isActive(at: now) else {
            let hours = token.createdAt.duration(to: token.expiresAt).components.seconds / 3_600
            throw WidgetRefusal(code: "token_expired", description: "the public_token is older than \(hours) hours")
        }
        return token
    }

    /// Forgets tokens a day after their end, and the oldest when there are too many.
    private mutating func forgetOldTokens(at now: SandboxInstant) {
        while let oldest = tokenOrder.first, let token = tokens[oldest] {
            let isOld = token.expiresAt.advanced(by: .seconds(86_400)) < now
            guard isOld || tokens.count > Self.memory else { return }
            tokens[oldest] = nil
            _ = tokenOrder.removeFirst()
        }
    }
}
