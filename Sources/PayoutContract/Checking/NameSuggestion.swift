/// Guesses the right name of a member that is not known.
package enum NameSuggestion {
    /// What the versions of the API call differently: v1, v2 (the bank's page "Payouts with a widget", step 7, and the
    /// official PHP SDK 2.10.7).
    private static let pairs = [
        ("payment_method", "payout_details"), ("payments", "payout_list"), ("acquiring_payments", "payment_list"),
    ]

    /// The known name that `name` was meant to be: the same but for case and word breaks, the name of the other version,
    /// or one with few letters wrong; nil when nothing is near.
    package static func rightName(for name: String, among known: [String], api: APIVersion? = nil) -> String? {
        // The distance to a very long name is slow to find and never small.
        guard name.utf8.count <= 64 else { return nil }
        let plain = plain(name)
        if let same = known.first(where: { self.plain($0) == plain }) { return same }
        for pair in pairs where api != nil {
            let (own, other) = api == .v1 ? (pair.0, pair.1) : (pair.1, pair.0)
            if plain == self.plain(other), known.contains(own) { return own }
        }
        let near = known.map { ($0, EditDistance.between(plain, self.plain($0))) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= (plain.count <= 5 ? 1 : 2), near.1 < plain.count else { return nil }
        return near.0
    }

    /// The name in lower case, without the characters that break it into words.
    private static func plain(_ name: String) -> [UInt8] {
        name.utf8.filter { $0 != 0x5F && $0 != 0x2D }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    }
}
