@_spi(Tape) import StrictJSON
import Testing

@Suite("Numbers: comparison") struct NumberComparisonTests {
    /// Groups of equal numbers, from the least to the greatest.
    private static let ascending = [
        ["-1e1000000000000000000000000000001"],
        ["-1e1000000000000000000000000000000", "-10e999999999999999999999999999999"],
        ["-1e999999999"],
        ["-1e400", "-10e399", "-0.1e401"],
        ["-9223372036854775809"],
        ["-9223372036854775808", "-9223372036854775808.0"],
        ["-10000.5"],
        ["-10000", "-1e4", "-10000.00"],
        ["-1"],
        ["-0.11"],
        ["-0.1", "-1e-1", "-0.10"],
        ["-1e-400"],
        ["-1e-99999999999999999999999"],
        ["0", "-0", "0.0", "-0.00", "0e5", "0e-999999999999999999999", "-0E+99999999999999999999999999"],
        ["1e-1000000000000000000000000000001"],
        [
            "1e-1000000000000000000000000000000", "0.1e-999999999999999999999999999999",
            "10e-1000000000000000000000000000001",
        ],
        ["1e-5000000000000000000"],
        ["1e-4000000000000000001"],
        ["1e-4000000000000000000", "10e-4000000000000000001", "0.1e-3999999999999999999"],
        ["1e-400"],
        ["0.1", "1e-1", "0.10", "100e-3"],
        ["0.10000000000000000000000000000000000001"],
        ["0.3"],
        ["1", "1.0", "10e-1", "0.1e1", "1e0", "1E-0"],
        ["1.00000000000000000001"],
        ["2"],
        ["9.99"],
        ["10", "1e1"],
        ["10000", "10000.0", "1e4", "0.00001e9"],
        ["9007199254740992"],
        ["9007199254740993", "9007199254740993.0", "9.007199254740993e15"],
        ["9223372036854775807"],
        ["9223372036854775808", "9.223372036854775808e18"],
        ["18446744073709551616"],
        ["1e400", "10e399"],
        ["1.1e400"],
        ["1e999999999"],
        ["1e3999999999999999999", "0.1e4000000000000000000"],
        ["1e4000000000000000000", "10e3999999999999999999"],
        ["1e4000000000000000001", "0.01e4000000000000000003"],
        ["1e9223372036854775807"],
        ["1e9223372036854775808", "0.1e9223372036854775809"],
        ["1e99999999999999999999", "0.1e100000000000000000000"],
        ["2e99999999999999999999", "0.2e100000000000000000000", "20e0099999999999999999998"],
    ]

    private static let ranked = ascending.enumerated()
        .flatMap { rank, group in
            group.map { (rank, $0) }
        }

    @Test(arguments: ranked) func `order and equality are those of the mathematical values`(
        _ rank: Int,
        _ literal: String
    ) throws {
        let number = try #require(JSONNumber(literal))
        for (otherRank, otherLiteral) in Self.ranked {
            let other = try #require(JSONNumber(otherLiteral))
            #expect((number == other) == (rank == otherRank), "\(literal) == \(otherLiteral)")
            #expect((number < other) == (rank < otherRank), "\(literal) < \(otherLiteral)")
            if rank == otherRank { #expect(number.hashValue == other.hashValue, "\(literal), \(otherLiteral)") }
        }
    }

    @Test func `equal numbers have one canonical spelling, and others another one`() throws {
        let spellings = try Self.ascending.map { group in
            Set(try group.map { try #require(JSONNumber($0)).canonical.literal })
        }
        #expect(spellings.allSatisfy { $0.count == 1 })
        #expect(Set(spellings).count == Self.ascending.count)
        for (group, spelling) in zip(Self.ascending, spellings) {
            let number = try #require(spelling.first.flatMap { JSONNumber($0) })
            #expect(number == JSONNumber(group[0]))
        }
    }

    /// The tape's own comparison has a short way for plain integers.
    @Test(arguments: ranked) func `a tape compares its numbers in the same order`(_ rank: Int, _ literal: String) throws
    {
        let document = try JSONDocument(parsing: literal)
        for (otherRank, otherLiteral) in Self.ranked {
            let other = try #require(JSONNumber(otherLiteral))
            let order = document.withTape { $0.compareNumber(0, to: other, short: other.int64) }
            #expect(order == (rank - otherRank).signum(), "\(literal), \(otherLiteral)")
            let otherDocument = try JSONDocument(parsing: otherLiteral)
            #expect(document.root.isEqual(to: otherDocument.root) == (rank == otherRank))
        }
    }

    @Test func `small decimals agree with integer arithmetic`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3_000 {
            let first = ScaledDecimal(using: &random)
            let second = ScaledDecimal(using: &random)
            let number = try #require(JSONNumber(first.literal))
            let other = try #require(JSONNumber(second.literal))
            #expect((number < other) == (first.scaled < second.scaled), "\(number) \(other)")
            #expect((number == other) == (first.scaled == second.scaled), "\(number) \(other)")
            if first.scaled == second.scaled { #expect(number.hashValue == other.hashValue) }
            #expect(number.isMathematicalInteger == first.scaled.isMultiple(of: ScaledDecimal.unit))
        }
    }
}

/// A random decimal with its value in units of 10^-12, for comparing with integer arithmetic.
struct ScaledDecimal {
    static let unit: Int128 = 1_000_000_000_000
    let literal: String
    let scaled: Int128

    init(using random: inout SeededGenerator) {
        let digits = Int.random(in: 0...5, using: &random)
        let mantissa = Int128(Int64.random(in: 0..<[1, 10, 100, 1_000, 10_000, 100_000][digits], using: &random))
        let places = Int.random(in: 0...4, using: &random)
        let exponent = Int.random(in: -6...6, using: &random)
        let isNegative = Bool.random(using: &random)
        var text = String(mantissa)
        if places > 0 {
            while text.utf8.count <= places { text = "0" + text }
            text = "\(text.dropLast(places)).\(text.suffix(places))"
        }
        if exponent != 0 || Bool.random(using: &random) { text += ["e", "E"].randomElement(using: &random) ?? "e" }
        if text.utf8.contains(where: { $0 | 0x20 == 0x65 }) {
            text += exponent < 0 ? "\(exponent)" : (Bool.random(using: &random) ? "+\(exponent)" : "\(exponent)")
        }
        literal = (isNegative ? "-" : "") + text
        var value = mantissa
        for _ in 0..<12 + exponent - places { value *= 10 }
        scaled = isNegative ? -value : value
    }
}
