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
            // Times the base: the highest limb is free, since the remainder is below the modulus.
            for place in stride(from: modulus.count, to: 0, by: -1) { remainder[place] = remainder[place - 1] }
            remainder[0] = limb
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
        let quotient = UInt64(high / UInt128(modulus[top - 1] * base + modulus[top - 2]))
        if quotient == 0 { return }
        // Too much may be taken: then the modulus is put back until the sum runs over.
        var isNegative = subtract(modulus, times: quotient, from: &remainder)
        while isNegative { isNegative = !add(modulus, to: &remainder) }
    }

    /// Takes away a multiple of the modulus; true where that is too much, and one base to the power of the length of the
    /// remainder was lent.
    private static func subtract(_ modulus: [UInt64], times factor: UInt64, from remainder: inout [UInt64]) -> Bool {
        var borrow: UInt64 = 0
        for index in remainder.indices {
            let product = (index < modulus.count ? modulus[index] * factor : 0) + borrow
            let digit = product % base
            borrow = product / base
            if remainder[index] < digit {
                remainder[index] += base
                borrow += 1
            }
            remainder[index] -= digit
        }
        return borrow > 0
    }

    /// Adds the modulus; true where the sum gives back what was lent.
    private static func add(_ modulus: [UInt64], to remainder: inout [UInt64]) -> Bool {
        var carry: UInt64 = 0
        for index in remainder.indices {
            let sum = remainder[index] + (index < modulus.count ? modulus[index] : 0) + carry
            carry = sum >= base ? 1 : 0
            remainder[index] = sum >= base ? sum - base : sum
        }
        return carry > 0
    }
}
