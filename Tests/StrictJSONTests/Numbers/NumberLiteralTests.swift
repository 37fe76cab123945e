import StrictJSON
import Testing

@Suite("Numbers: literals") struct NumberLiteralTests {
    struct Facts: Sendable, CustomTestStringConvertible {
        let literal: String
        var isIntegerLiteral = false
        var hasFraction = false
        var hasExponent = false
        var isNegativeZero = false
        var isMathematicalInteger = false
        var int64: Int64?

        var testDescription: String { literal }
    }

    @Test(arguments: [
        Facts(literal: "0", isIntegerLiteral: true, isMathematicalInteger: true, int64: 0),
        Facts(literal: "-0", isIntegerLiteral: true, isNegativeZero: true, isMathematicalInteger: true, int64: 0),
        Facts(literal: "-0.0", hasFraction: true, isNegativeZero: true, isMathematicalInteger: true, int64: 0),
        Facts(literal: "-0e99", hasExponent: true, isNegativeZero: true, isMathematicalInteger: true, int64: 0),
        Facts(literal: "0e-99", hasExponent: true, isMathematicalInteger: true, int64: 0),
        Facts(literal: "10000", isIntegerLiteral: true, isMathematicalInteger: true, int64: 10_000),
        Facts(literal: "10000.0", hasFraction: true, isMathematicalInteger: true, int64: 10_000),
        Facts(literal: "1e4", hasExponent: true, isMathematicalInteger: true, int64: 10_000),
        Facts(literal: "1E+4", hasExponent: true, isMathematicalInteger: true, int64: 10_000),
        Facts(literal: "1.5e1", hasFraction: true, hasExponent: true, isMathematicalInteger: true, int64: 15),
        Facts(literal: "100e-2", hasExponent: true, isMathematicalInteger: true, int64: 1),
        Facts(literal: "100.50", hasFraction: true),
        Facts(literal: "1e-1", hasExponent: true),
        Facts(literal: "0.001e3", hasFraction: true, hasExponent: true, isMathematicalInteger: true, int64: 1),
        Facts(literal: "9223372036854775807", isIntegerLiteral: true, isMathematicalInteger: true, int64: .max),
        Facts(literal: "9223372036854775808", isIntegerLiteral: true, isMathematicalInteger: true),
        Facts(literal: "-9223372036854775808", isIntegerLiteral: true, isMathematicalInteger: true, int64: .min),
        Facts(literal: "-9223372036854775809", isIntegerLiteral: true, isMathematicalInteger: true),
        Facts(
            literal: "9.223372036854775807e18",
            hasFraction: true,
            hasExponent: true,
            isMathematicalInteger: true,
            int64: .max
        ),
        Facts(literal: "99999999999999999999", isIntegerLiteral: true, isMathematicalInteger: true),
        Facts(literal: "1e400", hasExponent: true, isMathematicalInteger: true),
        Facts(literal: "1e-400", hasExponent: true),
        Facts(literal: "1e999999999999999999999", hasExponent: true, isMathematicalInteger: true),
        Facts(literal: "1e-999999999999999999999", hasExponent: true),
        Facts(literal: "0e999999999999999999999", hasExponent: true, isMathematicalInteger: true, int64: 0),
    ])
    func `a literal is told apart by form and value`(_ facts: Facts) throws {
        let number = try #require(JSONNumber(facts.literal))
        let parsed = try #require(try JSONDocument(parsing: " [\(facts.literal)] ").root[0]?.number)
        for number in [number, parsed] {
            #expect(number.literal == facts.literal)
            #expect(number.isIntegerLiteral == facts.isIntegerLiteral)
            #expect(number.hasFraction == facts.hasFraction)
            #expect(number.hasExponent == facts.hasExponent)
            #expect(number.isNegativeZero == facts.isNegativeZero)
            #expect(number.isMathematicalInteger == facts.isMathematicalInteger)
            #expect(number.int64 == facts.int64)
        }
    }

    @Test(arguments: [
        "", "-", "+1", "01", "1.", ".5", "1e", "1e+", " 1", "1 ", "0x1", "1,5", "NaN", "--1", "1.5.5", "1e1.5", "١",
    ])
    func `what is no number makes none`(_ text: String) { #expect(JSONNumber(text) == nil) }

    @Test func `integers make numbers`() {
        #expect(JSONNumber(Int64.min).literal == "-9223372036854775808")
        #expect(JSONNumber(UInt64.max).literal == "18446744073709551615")
        #expect((10_000 as JSONNumber).literal == "10000")
    }

    @Test(arguments: [
        ("100.00", 2, 10_000), ("100", 2, 10_000), ("1e2", 2, 10_000), ("0.01", 2, 1), ("-1.5", 2, -150), ("0", 2, 0),
        ("12345", 0, 12_345), ("12300", -2, 123), ("92233720368547758.07", 2, .max),
    ])
    func `scales exactly`(_ literal: String, _ places: Int, _ value: Int64) throws {
        #expect(try #require(JSONNumber(literal)).scaledInt64(places: places) == value)
    }

    @Test(arguments: [
        ("0.001", 2), ("1e-400", 2), ("92233720368547758.08", 2), ("1e400", -10), ("12345", -2), ("1", .max),
        ("1", .min),
    ])
    func `gives no scaled value that is not exact`(_ literal: String, _ places: Int) throws {
        #expect(try #require(JSONNumber(literal)).scaledInt64(places: places) == nil)
    }
}
