extension DecimalForm {
    /// The one spelling of the value, as a literal: `0.15e1` for 1.5, 1.50 and 15e-1, and `0` for every zero.
    var canonicalLiteral: String {
        guard !isZero else { return "0" }
        let digits = String(decoding: (0..<digitCount).map { self[$0] + ASCII.zero }, as: UTF8.self)
        return "\(isNegative ? "-" : "")0.\(digits)e\(exponentText)"
    }

    private var exponentText: String {
        guard isHuge else { return String(exponent) }
        let digits = String(decoding: hugeExponentDigits.map { $0 + ASCII.zero }, as: UTF8.self)
        return exponent < 0 ? "-\(digits)" : digits
    }
}
