/// A public token: the right to turn one card number into a hash (page "Payouts with a widget", step 1).
///
/// The page of the self-employed widget says that each serves once; that it lives for 24 hours is known from the sibling
/// documentation. Both are switches of the project.
struct PublicToken: Hashable, Sendable {
    let project: String
    let createdAt: SandboxInstant
    let expiresAt: SandboxInstant
    /// Whether it was issued for the card widget, with `access` true.
    let opensCardWidget: Bool
    /// Whether a second use is refused.
    let servesOnce: Bool
    var isUsed = false

    func isActive(at now: SandboxInstant) -> Bool {
        opensCardWidget && !(isUsed && servesOnce) && now < expiresAt
    }
}
