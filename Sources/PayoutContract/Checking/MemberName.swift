/// A member's name out of a message, in a sentence.
enum MemberName {
    private static let maximumLength = 64

    /// The name, cut when it is very long, and without what looks like a card number or a key: a name may be anything.
    static func shown(_ name: String) -> String {
        // What is hidden may start before the cut and end behind it.
        let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(4 * maximumLength)))
        let masked = SensitiveData.masked(text: start).unicodeScalars
        guard masked.count > maximumLength else { return String(masked) }
        return String(String.UnicodeScalarView(masked.prefix(maximumLength))) + "..."
    }
}
