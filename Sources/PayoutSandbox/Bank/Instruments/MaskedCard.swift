/// What the bank shows of a card (page "Payouts with a widget", step 5).
struct MaskedCard: Hashable, Sendable {
    var brand: String
    /// The first six digits.
    var bin: String
    /// The last four digits.
    var lastFour: String
    /// Three letters of ISO 3166-1.
    var country: String

    /// The card behind the number hash of the page "Payouts with a widget".
    static let bankExample = MaskedCard(brand: "mir", bin: "220024", lastFour: "4940", country: "RUS")
    /// The number hash of the page "Payouts with a widget", step 4.
    static let bankExampleHash = "63191fa17cc7edf818ee5d6611a2c2169ab30b705111cffd710af39880deef09"
}
