import StrictJSON

/// The name of a participant, given whole, in parts, or both.
enum PersonName {
    /// Whether the participant has a `full_name` and a part of a name with a word that the full name lacks.
    ///
    /// Words are compared without regard to case and to their order, in Unicode's canonical equivalence: the same name
    /// typed as NFC and NFD is no disagreement.
    static func partsDisagree(in participant: JSONValue) -> Bool {
        guard participant.kind == .object, let full = participant["full_name"]?.string else { return false }
        let parts = ["first_name", "last_name", "middle_name"].compactMap { participant[$0]?.string }
        // Most participants have no parts, and taking a name to words is slow.
        guard !parts.isEmpty else { return false }
        let fullWords = Set(words(of: full))
        guard !fullWords.isEmpty else { return false }
        return parts.flatMap(words).contains { !fullWords.contains($0) }
    }

    private static func words(of name: String) -> [String] {
        name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
