extension DecimalForm {
    /// Below 0, 0 or above 0 as the value is less than, equal to or greater than the other.
    func compare(_ other: DecimalForm) -> Int {
        if isZero || other.isZero {
            if isZero && other.isZero { return 0 }
            return isZero ? (other.isNegative ? 1 : -1) : (isNegative ? -1 : 1)
        }
        if isNegative != other.isNegative { return isNegative ? -1 : 1 }
        let magnitude = compareMagnitude(other)
        return isNegative ? -magnitude : magnitude
    }

    private func compareMagnitude(_ other: DecimalForm) -> Int {
        // Among huge exponents of one sign only their digits decide.
        let exponents =
            isHuge && exponent == other.exponent
            ? compareHugeExponent(other)
            : (exponent == other.exponent ? 0 : (exponent < other.exponent ? -1 : 1))
        guard exponents == 0 else { return exponents }
        for index in 0..<min(digitCount, other.digitCount) {
            let digit = self[index]
            let otherDigit = other[index]
            if digit != otherDigit { return digit < otherDigit ? -1 : 1 }
        }
        // The last digit is not zero, so the longer one is greater.
        return digitCount == other.digitCount ? 0 : (digitCount < other.digitCount ? -1 : 1)
    }

    /// Feeds the value: the same for `1`, `1.0` and `10e-1`.
    func hash(into hasher: inout Hasher) {
        guard !isZero else {
            hasher.combine(0)
            return
        }
        hasher.combine(isNegative)
        hasher.combine(exponent)
        var chunk: UInt64 = 0
        for index in 0..<digitCount {
            chunk = chunk &* 10 &+ UInt64(self[index])
            if index % 19 == 18 {
                hasher.combine(chunk)
                chunk = 0
            }
        }
        hasher.combine(chunk)
    }

    /// The value, where it is exactly an integer of 64 bits.
    var int64: Int64? { int64(places: 0) }

    /// The value times 10 to the power of `places`, where that is exactly an integer of 64 bits.
    func int64(places: Int) -> Int64? {
        if isZero { return 0 }
        let (shifted, overflow) = exponent.addingReportingOverflow(places)
        guard !isHuge, !overflow, shifted >= digitCount, shifted <= 19 else { return nil }
        var value: Int64 = 0
        for index in 0..<shifted {
            let digit = index < digitCount ? Int64(self[index]) : 0
            // Downwards, since the least value has no positive counterpart.
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, underflow) = tenfold.subtractingReportingOverflow(digit)
            if overflow || underflow { return nil }
            value = next
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }
}
