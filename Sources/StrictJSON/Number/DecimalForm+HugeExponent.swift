extension DecimalForm {
    /// Compares two huge exponents of the same sign, exactly.
    func compareHugeExponent(_ other: DecimalForm) -> Int {
        let first = hugeExponentDigits
        let second = other.hugeExponentDigits
        var order = first.count == second.count ? 0 : (first.count < second.count ? -1 : 1)
        if order == 0, let different = first.indices.first(where: { first[$0] != second[$0] }) {
            order = first[different] < second[different] ? -1 : 1
        }
        return exponent < 0 ? -order : order
    }

    /// The decimal digits of the magnitude of `exponentShift` added to the literal's exponent, from the highest.
    ///
    /// The shift is at most the length of a text and the exponent far larger, so the sum has the exponent's sign.
    var hugeExponentDigits: [UInt8] {
        var digits = exponentDigits.map { $0 &- ASCII.zero }
        var carry = isExponentNegative ? -exponentShift : exponentShift
        var place = digits.count - 1
        while carry != 0, place >= 0 {
            let sum = Int(digits[place]) + carry
            // Rounds down for negative sums, so that the digit left is from 0 to 9.
            carry = sum >= 0 ? sum / 10 : -((9 - sum) / 10)
            digits[place] = UInt8(truncatingIfNeeded: sum - carry * 10)
            place -= 1
        }
        while carry > 0 {
            digits.insert(UInt8(carry % 10), at: 0)
            carry /= 10
        }
        return Array(digits.drop { $0 == 0 })
    }
}
