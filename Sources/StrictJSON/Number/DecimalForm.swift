/// A number literal taken apart: its significant digits and where the point stands.
///
/// The value is 0.ddd, the digits from the first to the last that is not zero, times 10 to the power of the exponent.
///
/// It points into the literal and copies nothing. An exponent may have any number of digits; one whose sum leaves the
/// safe range of `Int` is `isHuge` and compared digit by digit (`DecimalForm+HugeExponent.swift`).
struct DecimalForm {
    /// Whether the literal has a minus sign.
    let isNegative: Bool
    /// Whether the value is zero; then there are no digits.
    let isZero: Bool
    /// The number of digits from the first to the last that is not zero.
    let digitCount: Int
    /// The exponent of the form, if it is not huge; if it is, `Int.max` or `Int.min` by its sign.
    let exponent: Int
    /// Whether the exponent is beyond 4 times 10 to the 18th in either direction.
    let isHuge: Bool

    /// The digits of the literal's exponent, without its sign; empty when it has none.
    let exponentDigits: UnsafeBufferPointer<UInt8>
    /// Whether that exponent is written with a minus sign.
    let isExponentNegative: Bool
    /// What is added to the literal's exponent to give the exponent of this form.
    let exponentShift: Int

    /// The digits before the point, and those after it.
    private let whole: UnsafeBufferPointer<UInt8>
    private let fraction: UnsafeBufferPointer<UInt8>
    /// The place of the first digit that is not zero, counted through `whole` and `fraction`.
    private let firstPlace: Int

    static let hugeBound = 4_000_000_000_000_000_000

    /// Takes apart a literal that keeps to the grammar, and must outlive the form.
    init(_ literal: UnsafeBufferPointer<UInt8>) {
        var position = 0
        func run() -> UnsafeBufferPointer<UInt8> {
            let start = position
            while position < literal.count, ASCII.isDigit(literal[position]) { position += 1 }
            return UnsafeBufferPointer(rebasing: literal[start..<position])
        }
        isNegative = literal.first == ASCII.minus
        if isNegative { position = 1 }
        let whole = run()
        var fraction = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        if position < literal.count, literal[position] == ASCII.point {
            position += 1
            fraction = run()
        }
        var isExponentNegative = false
        var exponentDigits = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        if position < literal.count {
            position += 1
            if position < literal.count, !ASCII.isDigit(literal[position]) {
                isExponentNegative = literal[position] == ASCII.minus
                position += 1
            }
            exponentDigits = run()
        }
        self.whole = whole
        self.fraction = fraction
        self.isExponentNegative = isExponentNegative
        self.exponentDigits = exponentDigits

        let first = Self.firstNonZero(whole, fraction)
        firstPlace = first
        isZero = first == whole.count + fraction.count
        digitCount = isZero ? 0 : Self.lastNonZero(whole, fraction) + 1 - first
        exponentShift = whole.count - first
        let written = Self.saturatedValue(exponentDigits)
        let sum = (isExponentNegative ? -written : written) + exponentShift
        isHuge = !isZero && sum.magnitude > Self.hugeBound.magnitude
        exponent = isHuge ? (sum > 0 ? Int.max : Int.min) : sum
    }

    /// A digit from 0 to 9, counted from the first that is not zero; 0 after the last.
    subscript(digit: Int) -> UInt8 {
        let place = firstPlace + digit
        if place < whole.count { return whole[place] &- ASCII.zero }
        let inFraction = place - whole.count
        return inFraction < fraction.count ? fraction[inFraction] &- ASCII.zero : 0
    }

    /// Whether the value has no fraction.
    var isInteger: Bool { isZero || exponent >= digitCount }

    private static func firstNonZero(
        _ whole: UnsafeBufferPointer<UInt8>,
        _ fraction: UnsafeBufferPointer<UInt8>
    ) -> Int {
        if let place = whole.firstIndex(where: { $0 != ASCII.zero }) { return place }
        return whole.count + (fraction.firstIndex { $0 != ASCII.zero } ?? fraction.count)
    }

    private static func lastNonZero(
        _ whole: UnsafeBufferPointer<UInt8>,
        _ fraction: UnsafeBufferPointer<UInt8>
    ) -> Int {
        if let place = fraction.lastIndex(where: { $0 != ASCII.zero }) { return whole.count + place }
        return whole.lastIndex { $0 != ASCII.zero } ?? 0
    }

    /// The value of digits, or a value above `hugeBound` by more than any literal is long.
    private static func saturatedValue(_ digits: UnsafeBufferPointer<UInt8>) -> Int {
        var value = 0
        for digit in digits {
            if value > 800_000_000_000_000_000 { return 9_000_000_000_000_000_000 }
            value = value * 10 + Int(digit &- ASCII.zero)
        }
        return value
    }
}
