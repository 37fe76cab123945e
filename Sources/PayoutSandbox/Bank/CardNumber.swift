import PayoutContract

/// A card number that was checked: 14 to 19 digits, the check digit of Luhn, a payment system that the sandbox knows.
///
/// It lives only while a hash is made of it; the bank keeps ``MaskedCard``.
struct CardNumber {
    let digits: String
    let brand: String

    /// Why a number is refused; the text names no digit of it.
    enum Fault: Error {
        case length
        case checkDigit
        case brand

        var sentence: String {
            switch self {
            case .length: "a card number has 14 to 19 digits and nothing between them"
            case .checkDigit: "the last digit of the card number does not fit the others"
            case .brand: "the sandbox knows cards of mir, visa, mastercard, maestro and unionpay"
            }
        }
    }

    init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        guard CardDigits.hasCardLength(bytes) else { throw .length }
        guard CardDigits.passesLuhn(bytes) else { throw .checkDigit }
        guard let brand = Self.brand(ofFirstFour: bytes.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }) else {
            throw .brand
        }
        digits = text
        self.brand = brand
    }

    /// The form in which the card is kept and shown.
    var masked: MaskedCard {
        MaskedCard(brand: brand, bin: String(digits.prefix(6)), lastFour: String(digits.suffix(4)), country: "RUS")
    }

    private static func brand(ofFirstFour number: Int) -> String? {
        switch number {
        case 2200...2204: "mir"
        case 4000...4999: "visa"
        case 2221...2720, 5100...5599: "mastercard"
        case 6200...6299, 8100...8199: "unionpay"
        case 5000...5099, 5600...5899, 6000...6999: "maestro"
        default: nil
        }
    }
}

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
