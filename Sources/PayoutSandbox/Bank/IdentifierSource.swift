import PartnerSignature

/// Ids, public tokens and number hashes, the same for the same seed.
struct IdentifierSource: Sendable {
    private let seed: UInt64
    private var lastSession: UInt64
    private var lastPayout: UInt64
    private var lastRefund: UInt64
    private var lastToken: UInt64 = 0

    init(seed: UInt64) {
        self.seed = seed
        // Starting points differ with the seed, so that ids of two sandboxes are not taken for each other.
        var mixed = seed &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        lastSession = 100_000 + mixed % 400_000
        lastPayout = 500_000 + (mixed >> 32) % 400_000
        lastRefund = 1_000 + mixed % 9_000
    }

    /// `ps_` and digits.
    mutating func nextSession() -> String {
        lastSession += 1
        return "ps_\(lastSession)"
    }

    /// `po_` and digits.
    mutating func nextPayout() -> String {
        lastPayout += 1
        return "po_\(lastPayout)"
    }

    /// `rf_` and digits.
    mutating func nextRefund() -> String {
        lastRefund += 1
        return "rf_\(lastRefund)"
    }

    // MARK: Resumption

    /// Gives no session id again up to this one.
    mutating func skip(session id: String) {
        lastSession = max(lastSession, UInt64(id.dropFirst(3)) ?? 0)
    }

    /// Gives no payout id again up to this one.
    mutating func skip(payout id: String) {
        lastPayout = max(lastPayout, UInt64(id.dropFirst(3)) ?? 0)
    }

    /// Passes over the id of a refund that was given.
    mutating func skipRefund() {
        lastRefund += 1
    }

    /// Passes over a public token that was given.
    mutating func skipToken() {
        lastToken += 1
    }

    /// 64 lower-case hexadecimal digits.
    mutating func nextPublicToken() -> String {
        lastToken += 1
        return digest(of: "public token \(lastToken)")
    }

    /// 64 lower-case hexadecimal digits, the same for the same number.
    func numberHash(of card: CardNumber) -> String {
        digest(of: "card number \(card.digits)")
    }

    private func digest(of text: String) -> String {
        SHA256Digest(of: Array("payout sandbox \(seed): \(text)".utf8)).hexadecimal
    }
}
