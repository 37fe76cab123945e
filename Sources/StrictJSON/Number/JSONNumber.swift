/// A JSON number: its literal, and exact arithmetic on it.
///
/// No `Double` is involved anywhere: `0.1`, `1e400` and `9007199254740993` are what they say. Equality and order are
/// those of the mathematical values, so `10000.0 == 10000` and `-0 == 0`; compare `literal` to tell spellings apart.
/// Every operation takes time in proportion to the lengths of the literals, however large the exponents are.
public struct JSONNumber: Sendable {
    /// The number as written.
    public let literal: String

    /// Creates a number from a literal of RFC 8259 section 6; nil when the text is none.
    public init?(_ literal: String) {
        guard DecimalForm.isNumber(literal) else { return nil }
        self.literal = literal
    }

    /// Creates the number of an integer.
    public init(_ value: some FixedWidthInteger) {
        literal = String(value)
    }

    /// Takes a literal that was checked already.
    package init(checked literal: String) {
        self.literal = literal
    }

    /// Whether it is written with digits alone, apart from a minus sign.
    public var isIntegerLiteral: Bool { !hasFraction && !hasExponent }

    /// Whether it is written with a fraction, even one of zeros only.
    public var hasFraction: Bool { literal.utf8.contains(ASCII.point) }

    /// Whether it is written with an exponent.
    public var hasExponent: Bool { literal.utf8.contains { $0 | 0x20 == ASCII.e } }

    /// Whether its value is zero and it has a minus sign: `-0`, `-0.0`, `-0e5`.
    public var isNegativeZero: Bool { literal.utf8.first == ASCII.minus && isZero }

    /// Whether its value is zero.
    public var isZero: Bool { withDecimalForm { $0.isZero } }

    /// Whether its value is below zero; `-0` is not.
    public var isNegative: Bool { withDecimalForm { $0.isNegative && !$0.isZero } }

    /// The number of digits from the first to the last that is not zero.
    public var significantDigitCount: Int { withDecimalForm { $0.digitCount } }

    /// Whether its value is an integer, however it is written: `1.0`, `5e2` and `1.50e1` are.
    public var isMathematicalInteger: Bool { withDecimalForm { $0.isInteger } }

    /// The value, where it is exactly an integer of 64 bits, however it is written.
    public var int64: Int64? { withDecimalForm { $0.int64 } }

    /// The value times 10 to the power of `places`, where that is exactly an integer of 64 bits.
    ///
    /// With two places it turns roubles into kopecks: `100.00`, `100` and `1e2` are 10000.
    public func scaledInt64(places: Int) -> Int64? { withDecimalForm { $0.int64(places: places) } }

    /// Whether the value is a multiple of another's, exactly: 0.3 is one of 0.1.
    ///
    /// Zero is a multiple of everything, and only zero is a multiple of zero. Signs do not matter.
    public func isMultiple(of divisor: JSONNumber) -> Bool {
        withDecimalForm { form in divisor.withDecimalForm { form.isMultiple(of: $0) } }
    }

    /// The same number in the one spelling that all equal numbers share.
    package var canonical: JSONNumber { JSONNumber(checked: withDecimalForm { $0.canonicalLiteral }) }

    func withDecimalForm<Result>(_ body: (DecimalForm) -> Result) -> Result {
        var literal = literal
        return literal.withUTF8 { body(DecimalForm($0)) }
    }
}

extension JSONNumber: Hashable, Comparable {
    /// Whether the values are equal.
    public static func == (first: JSONNumber, second: JSONNumber) -> Bool { first.compare(second) == 0 }

    /// Whether the first value is less than the second.
    public static func < (first: JSONNumber, second: JSONNumber) -> Bool { first.compare(second) < 0 }

    /// Feeds the value, not the spelling.
    public func hash(into hasher: inout Hasher) { withDecimalForm { $0.hash(into: &hasher) } }

    /// Below 0, 0 or above 0 as the value is less than, equal to or greater than the other.
    package func compare(_ other: JSONNumber) -> Int {
        withDecimalForm { form in other.withDecimalForm { form.compare($0) } }
    }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
    /// Creates the number of an integer literal.
    public init(integerLiteral value: Int64) {
        self.init(value)
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The literal.
    public var description: String { literal }
}
