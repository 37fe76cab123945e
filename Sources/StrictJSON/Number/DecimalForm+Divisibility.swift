extension DecimalForm {
    /// Whether the value is an integer times the divisor's.
    ///
    /// With values s·10^e and t·10^f, s and t integers that do not end in a zero, the quotient is s·10^(e-f) / t. For
    /// e < f it is no integer, since t·10^(f-e) ends in a zero and s does not. For e ≥ f, t has to divide s followed by
    /// e-f zeros. Each zero gives one factor 2 and one factor 5; more of them than t has bits change nothing.
    func isMultiple(of divisor: DecimalForm) -> Bool {
        if isZero { return true }
        if divisor.isZero { return false }
        let bits = divisor.digitCount * 4
        guard let zeros = lastExponentDistance(to: divisor, limit: bits), zeros >= 0 else { return false }
        return divisor.digitCount <= 18
            ? isDivisible(by: divisor.shortSignificand, zeros: zeros)
            : LongDivision.isDivisible(self, zeros: zeros, by: divisor)
    }

    /// The exponent of the last digit less that of the divisor's last digit, cut to `limit`; nil when it is negative.
    private func lastExponentDistance(to divisor: DecimalForm, limit: Int) -> Int? {
        let lengths = divisor.digitCount - digitCount
        if isHuge || divisor.isHuge {
            if isHuge && exponent == divisor.exponent {
                return hugeDistance(to: divisor, adding: lengths, limit: limit)
            }
            return exponent > divisor.exponent ? limit : nil
        }
        // Neither is beyond 4·10^18, so the difference fits.
        let distance = exponent - divisor.exponent + lengths
        return distance < 0 ? nil : min(distance, limit)
    }

    /// Both exponents are huge and of one sign.
    ///
    /// The literal's exponents differ by what fits a few digits, or by more than any length makes up for.
    private func hugeDistance(to divisor: DecimalForm, adding lengths: Int, limit: Int) -> Int? {
        var difference = 0
        let width = max(exponentDigits.count, divisor.exponentDigits.count)
        let bound = 1 << 40
        for place in 0..<width {
            let digit = Self.digit(exponentDigits, place, width)
            let other = Self.digit(divisor.exponentDigits, place, width)
            difference = min(max(difference * 10 + digit - other, -bound), bound)
        }
        if isExponentNegative { difference = -difference }
        let distance = difference + exponentShift - divisor.exponentShift + lengths
        return distance < 0 ? nil : min(distance, limit)
    }

    private static func digit(_ digits: UnsafeBufferPointer<UInt8>, _ place: Int, _ width: Int) -> Int {
        let index = place - (width - digits.count)
        return index < 0 ? 0 : Int(digits[index] &- ASCII.zero)
    }

    /// The digits as one integer; at most 18 of them.
    private var shortSignificand: UInt64 {
        var value: UInt64 = 0
        for index in 0..<digitCount { value = value &* 10 &+ UInt64(self[index]) }
        return value
    }

    private func isDivisible(by divisor: UInt64, zeros: Int) -> Bool {
        var remainder: UInt64 = 0
        for index in 0..<digitCount + zeros {
            // Both are below 10^18, so ten times the remainder fits 64 bits.
            remainder = (remainder &* 10 &+ (index < digitCount ? UInt64(self[index]) : 0)) % divisor
            if remainder == 0, index >= digitCount - 1 { return true }
        }
        return false
    }
}
