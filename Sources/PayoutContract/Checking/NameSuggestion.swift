/// Guesses the right name of a member that is not known.
enum NameSuggestion {
    /// The known name that `name` was meant to be: the same but for case and word breaks, the name of the other version,
    /// or one with few letters wrong; nil when nothing is near.
    static func rightName(for name: String, among known: [String], api: APIVersion) -> String? {
        // The distance to a very long name is slow to find and never small.
        guard name.utf8.count <= MemberName.maximumLength else { return nil }
        let plain = MemberName.plain(name)
        if let same = known.first(where: { MemberName.plain($0) == plain }) { return same }
        for pair in VersionNames.pairs {
            let (own, other) = api == .v1 ? (pair.0, pair.1) : (pair.1, pair.0)
            if plain == MemberName.plain(other), known.contains(own) { return own }
        }
        let near = known.map { ($0, distance(plain, MemberName.plain($0))) }.min { $0.1 < $1.1 }
        guard let near, near.1 <= (plain.count <= 5 ? 1 : 2), near.1 < plain.count else { return nil }
        return near.0
    }

    /// The number of letters to change, add, drop or swap with their neighbour.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
