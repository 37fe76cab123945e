/// A Russian taxpayer number, INN: 12 digits for a person, 10 for a company.
///
/// The last digits are check digits (order of the Federal Tax Service No. ED-7-14/559 of 26 June 2020, appendix).
enum TaxNumber {
    private static let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

    /// Whether `text` is 10 or 12 digits with a wrong check digit; another form is the pattern's matter.
    static func hasWrongCheckDigit(_ text: [UInt8]) -> Bool {
        guard text.count == 10 || text.count == 12, text.allSatisfy(CardDigits.isDigit) else { return false }
        let digits = text.map { Int($0) - 0x30 }
        let checked = digits.count == 10 ? 9...9 : 10...11
        return checked.contains { digits[$0] != checkDigit(of: digits[..<$0]) }
    }

    /// The digit that belongs behind `digits`, 9 to 11 of them.
    private static func checkDigit(of digits: ArraySlice<Int>) -> Int {
        let sum = zip(digits, weights.suffix(digits.count)).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 % 10
    }
}
