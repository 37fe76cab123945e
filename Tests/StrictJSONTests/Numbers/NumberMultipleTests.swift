@_spi(Tape) import StrictJSON
import Testing

@Suite("Numbers: multiples") struct NumberMultipleTests {
    @Test(arguments: [
        ("0", "1"), ("0", "0.01"), ("-0", "7"), ("0e999999999999", "3"), ("10", "5"), ("-10", "5"), ("10", "-5"),
        ("10.0", "5"), ("0.3", "0.1"), ("1.1", "0.1"), ("19.99", "0.01"), ("0.0075", "0.0001"), ("4.5", "1.5"),
        ("1e400", "10"), ("1e400", "1024"), ("1e400", "0.5"), ("3e999999999999999999999", "3"),
        ("1e999999999999999999999", "5e999999999999999999990"),
        ("1e-999999999999999999999", "1e-1000000000000000000000"), ("9007199254740993", "3"),
        ("123456789012345678901234567890", "10"), ("123456789012345678901234567890", "7.5"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("24691357802469135780246", "12345678901234567890123"), ("0", "0"),
        ("1e300", "1606938044258990275541962092341162602522202993782792835301376"),
    ])
    func `is a multiple`(_ value: String, _ divisor: String) throws {
        try expectMultiple(value, divisor, true)
    }

    @Test(arguments: [
        ("1", "0"), ("1e308", "0.123456789e300"), ("1e999999999", "7e-5"), ("512", "1.024e3"),
        ("1e30", "100000000000000000001e-20"),
        ("1e60", "1606938044258990275541962092341162602522202993782792835301376"), ("1", "2"), ("0.35", "0.1"),
        ("19.995", "0.01"), ("0.00751", "0.0001"), ("7", "3"), ("1e400", "3"), ("1e-1", "1"), ("1e-400", "0.1"),
        ("1e999999999", "3"), ("1e999999999999999999999", "7"), ("1e-999999999999999999999", "1"),
        ("1e-1000000000000000000000", "1e-999999999999999999999"), ("9007199254740993", "2"),
        ("9007199254740992.5", "1"), ("12345678901234567890124", "12345678901234567890123"), ("4.5", "1.4"),
        ("1e17", "3"), ("99999999999999999999", "7"),
    ])
    func `is none`(_ value: String, _ divisor: String) throws { try expectMultiple(value, divisor, false) }

    private func expectMultiple(_ value: String, _ divisor: String, _ expected: Bool) throws {
        let number = try #require(JSONNumber(value))
        let other = try #require(JSONNumber(divisor))
        #expect(number.isMultiple(of: other) == expected)
        let document = try JSONDocument(parsing: value)
        #expect(document.withTape { $0.isMultiple(0, of: other, short: other.int64) } == expected)
    }

    @Test func `small decimals agree with integer arithmetic`() throws {
        var random = SeededGenerator(seed: 11)
        var hits = 0
        for _ in 0..<5_000 {
            let first = ScaledDecimal(using: &random)
            let second = ScaledDecimal(using: &random)
            let expected = first.scaled.isMultiple(of: second.scaled)
            if expected && first.scaled != 0 { hits += 1 }
            let number = try #require(JSONNumber(first.literal))
            let other = try #require(JSONNumber(second.literal))
            #expect(number.isMultiple(of: other) == expected, "\(number) \(other)")
        }
        #expect(hits > 100)
    }

    /// Products of long factors, and the same plus one.
    @Test func `long numbers are divided exactly`() throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<200 {
            let divisor = DecimalDigits.random(count: Int.random(in: 17...60, using: &random), using: &random)
            let factor = DecimalDigits.random(count: Int.random(in: 1...60, using: &random), using: &random)
            let product = DecimalDigits.product(divisor, factor)
            let number = try #require(JSONNumber(DecimalDigits.text(product)))
            let other = try #require(JSONNumber(DecimalDigits.text(divisor)))
            #expect(number.isMultiple(of: other), "\(number) \(other)")
            #expect(try #require(JSONNumber(number.literal + "e50")).isMultiple(of: other))
            let next = DecimalDigits.product(divisor, factor, adding: 1)
            #expect(try #require(JSONNumber(DecimalDigits.text(next))).isMultiple(of: other) == false)
        }
    }

    /// The first estimate of a digit of the quotient is one too high here.
    @Test func `an estimate that is too high is put right`() throws {
        let divisor = try #require(JSONNumber("1000000000999999999"))
        let factor = DecimalDigits.digits("999999998999999999")
        for (rest, expected) in [(0, true), (1, false), (7, false)] {
            let product = DecimalDigits.product(DecimalDigits.digits(divisor.literal), factor, adding: rest)
            let number = try #require(JSONNumber(DecimalDigits.text(product)))
            #expect(number.isMultiple(of: divisor) == expected)
        }
    }

    @Test(.timeLimit(.minutes(10))) func `a long number costs no quadratic time`() throws {
        let long = try #require(JSONNumber(String(repeating: "7", count: 300_000)))
        #expect(long.isMultiple(of: 7))
        #expect(!long.isMultiple(of: 6))
        #expect(try long.isMultiple(of: #require(JSONNumber("7777777777777777777777777"))))
        #expect(long < long.appendingZero)
    }
}

extension JSONNumber {
    fileprivate var appendingZero: JSONNumber { JSONNumber(checked: literal + "0") }
}

/// School arithmetic on decimal digits, the lowest first.
enum DecimalDigits {
    static func random(count: Int, using random: inout SeededGenerator) -> [Int] {
        (0..<count).map { Int.random(in: ($0 == count - 1 ? 1 : 0)...9, using: &random) }
    }

    static func product(_ first: [Int], _ second: [Int], adding carry: Int = 0) -> [Int] {
        var digits = [Int](repeating: 0, count: first.count + second.count + 1)
        digits[0] = carry
        for (index, digit) in first.enumerated() {
            for (otherIndex, other) in second.enumerated() { digits[index + otherIndex] += digit * other }
        }
        for index in digits.indices.dropLast() {
            digits[index + 1] += digits[index] / 10
            digits[index] %= 10
        }
        while digits.last == 0, digits.count > 1 { digits.removeLast() }
        return digits
    }

    static func digits(_ text: String) -> [Int] { text.utf8.reversed().map { Int($0) - 0x30 } }

    static func text(_ digits: [Int]) -> String { digits.reversed().map(String.init).joined() }
}
