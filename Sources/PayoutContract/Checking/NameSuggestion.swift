/// Guesses the right name of a member that is not known.
package enum NameSuggestion {
    /// The known name that `name` was meant to be: the same but for case and word breaks, the name of the other version,
    /// or one with few letters wrong; nil when nothing is near.
    package static func rightName(for name: String, among known: [String], api: APIVersion? = nil) -> String? {
        // The distance to a very long name is slow to find and never small.
        guard name.utf8.count <= MemberName.maximumLength else { return nil }
        let plain = MemberName.plain(name)
        if let same = known.first(where: { MemberName.plain($0) == plain }) { return same }
        for pair in VersionNames.pairs where api != nil {
            let (own, other) = api == .v1 ? (pair.0, pair.1) : (pair.1, pair.0)
            if plain == MemberName.plain(other), known.contains(own) { return own }
        }
        let near = known.map { ($0, EditDistance.between(plain, MemberName.plain($0))) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= (plain.count <= 5 ? 1 : 2), near.1 < plain.count else { return nil }
        return near.0
    }
}
