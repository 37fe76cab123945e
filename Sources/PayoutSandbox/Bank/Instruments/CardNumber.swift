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
