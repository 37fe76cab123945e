extension Duration {
    /// Reads seconds with up to six decimals, such as `0.25`; nil for anything else, below zero or above 10,000 days.
    package init?(secondsText text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
        guard areDigits, text.utf8.count <= 20, let whole = parts.first.flatMap({ Int64(String($0) ?? "") }) else {
            return nil
        }
        let fraction = parts.count == 2 ? String(parts[1]) ?? "" : ""
        let padded = fraction + String(repeating: "0", count: max(0, 6 - fraction.utf8.count))
        guard fraction.utf8.count <= 6, let microseconds = Int64(padded), whole <= 864_000_000 else { return nil }
        self = .seconds(whole) + .microseconds(microseconds)
    }

    /// Seconds as ``init(secondsText:)`` reads them, without needless decimals.
    var secondsText: String {
        let microseconds = wholeMicroseconds
        let (seconds, fraction) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        guard fraction != 0 else { return String(seconds) }
        var decimals = String(1_000_000 + fraction).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(seconds).\(decimals)"
    }
}
