/// A member's name out of a message.
enum MemberName {
    /// No name of the contract is longer.
    static let maximumLength = 64

    /// The name, cut when it is very long, and without what looks like a card number or a key: a name may be anything.
    static func shown(_ name: String) -> String {
        // What is hidden may start before the cut and end behind it.
        let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(4 * maximumLength)))
        let masked = SensitiveData.masked(text: start).unicodeScalars
        guard masked.count > maximumLength else { return String(masked) }
        return String(String.UnicodeScalarView(masked.prefix(maximumLength))) + "..."
    }

    /// The name in lower case, without the characters that break it into words: `PayoutDetails` is `payout_details`.
    static func plain(_ name: String) -> [UInt8] {
        name.utf8.filter { $0 != 0x5F && $0 != 0x2D }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
}
