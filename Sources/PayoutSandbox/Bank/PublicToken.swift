/// A public token: the right to turn one card number into a hash (page "Payouts with a widget", step 1).
struct PublicToken: Hashable, Sendable {
    /// How long a token lives.
    ///
    /// The page of the self-employed widget says that each serves once; the time is that of the sibling documentation and
    /// the kit's own choice.
    static let lifetime: Duration = .seconds(24 * 60 * 60)

    let text: String
    let createdAt: SandboxInstant
    /// Whether it was issued for the card widget, with `access` true.
    let opensCardWidget: Bool
    var isUsed = false

    var expiresAt: SandboxInstant { createdAt.advanced(by: Self.lifetime) }

    func isActive(at now: SandboxInstant) -> Bool {
        opensCardWidget && !isUsed && now < expiresAt
    }
}
