/// Division of numbers of any length, for the remainder alone, in digits of base 10^9.
///
/// It takes time in proportion to the product of both lengths.
enum LongDivision {
    private static let base: UInt64 = 1_000_000_000

    /// Whether the digits of `dividend`, followed by `zeros` zeros, are a multiple of the digits of `divisor`.
    ///
    /// The divisor has more than 18 digits.
    static func isDivisible(_ dividend: DecimalForm, zeros: Int, by divisor: DecimalForm) -> Bool {
        let modulus = limbs(of: divisor)
        // One limb more than the modulus, the lowest first.
        var remainder = [UInt64](repeating: 0, count: modulus.count + 1)
        let count = dividend.digitCount + zeros
        var index = 0
        // The first limb takes what is over, so that all others have nine digits.
        var width = count % 9 == 0 ? 9 : count % 9
        while index < count {
            var limb: UInt64 = 0
            for place in index..<index + width { limb = limb * 10 + UInt64(dividend[place]) }
            index += width
            width = 9
            remainder.insert(limb, at: 0)
            remainder.removeLast()
            reduce(&remainder, by: modulus)
        }
        return remainder.allSatisfy { $0 == 0 }
    }

    /// The digits as limbs, the lowest first; the highest is not zero.
    private static func limbs(of form: DecimalForm) -> [UInt64] {
        var limbs: [UInt64] = []
        var end = form.digitCount
        while end > 0 {
            var limb: UInt64 = 0
            for place in max(0, end - 9)..<end { limb = limb * 10 + UInt64(form[place]) }
            limbs.append(limb)
            end -= 9
        }
        return limbs
    }

    /// Brings a remainder, which is below `modulus` times the base, below `modulus`.
    private static func reduce(_ remainder: inout [UInt64], by modulus: [UInt64]) {
        let top = modulus.count
        // Two limbs of the modulus estimate the quotient with an excess of at most 2.
        let high =
            UInt128(remainder[top]) * UInt128(base * base) + UInt128(remainder[top - 1] * base + remainder[top - 2])
        var quotient = UInt64(high / UInt128(modulus[top - 1] * base + modulus[top - 2]))
        if quotient == 0 { return }
        while true {
            if subtract(modulus, times: quotient, from: &remainder) { return }
            // Too much was taken: put all back and take one less.
            quotient -= 1
            if quotient == 0 { return }
        }
    }

    /// Takes away a multiple of the modulus, or does nothing and gives false when that is too much.
    private static func subtract(_ modulus: [UInt64], times factor: UInt64, from remainder: inout [UInt64]) -> Bool {
        var result = remainder
        var borrow: UInt64 = 0
        for index in result.indices {
            let product = (index < modulus.count ? modulus[index] * factor : 0) + borrow
            let digit = product % base
            borrow = product / base
            if result[index] < digit {
                result[index] += base
                borrow += 1
            }
            result[index] -= digit
        }
        guard borrow == 0 else { return false }
        remainder = result
        return true
    }
}
