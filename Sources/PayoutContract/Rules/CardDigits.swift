/// Digits that may be a card number (ISO/IEC 7812-1).
package enum CardDigits {
    /// Whether the text is what a request may hold as a card number: 14 to 19 digits (the official PHP SDK, `BankCard`).
    package static func hasCardLength(_ text: some Collection<UInt8>) -> Bool {
        (14...19).contains(text.count) && text.allSatisfy(isDigit)
    }

    /// Whether the text looks like a card number of any scheme: 13 to 19 digits that pass the Luhn check.
    static func isPlausible(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        (13...19).contains(text.count) && text.allSatisfy(isDigit) && passesLuhn(text)
    }

    /// Whether the last digit is the right check digit; the text must be digits.
    package static func passesLuhn(_ digits: some BidirectionalCollection<UInt8>) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = Int(digit) - 0x30
            let doubled = value * 2
            sum += position.isMultiple(of: 2) ? value : doubled > 9 ? doubled - 9 : doubled
        }
        return sum.isMultiple(of: 10)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
