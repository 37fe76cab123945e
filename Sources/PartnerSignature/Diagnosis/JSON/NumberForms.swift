/// Numbers as programming languages write them after reading them into a floating-point type.
enum NumberForms {
    /// As JavaScript, PHP and Go write them: `100.00` as `100`, `1E2` as `100`.
    static func shortest(_ literal: String) -> String {
        guard literal.utf8.count <= maximumCount, let value = Double(literal), value.isFinite else { return literal }
        if value == value.rounded(), value.magnitude < 1e21 {
            // -0 becomes 0 in JavaScript.
            return value == 0 ? "0" : integer(value)
        }
        return "\(value)"
    }

    /// As Python and Java write a float: `100` as `100.0`.
    static func withFraction(_ literal: String) -> String {
        literal.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) } ? literal + ".0" : literal
    }

    /// A longer literal is no amount, and turning it into a `Double` takes time.
    private static let maximumCount = 64

    private static func integer(_ value: Double) -> String {
        if let exact = Int64(exactly: value) { return String(exact) }
        // Above 2^63 the digits of the nearest Double, padded with zeros as JavaScript does.
        let text = "\(value)"
        guard let exponent = text.firstIndex(of: "e"), let power = Int(text[text.index(after: exponent)...]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let digits = text[..<exponent].filter { $0 != "." }
        let sign = digits.first == "-" ? 1 : 0
        return digits + String(repeating: "0", count: max(0, power + 1 - (digits.count - sign)))
    }
}
