import PayoutContract

/// The nearest known name to one that was mistyped.
enum Suggestion {
    /// A clause for the end of an error, ` (did you mean --as?)`, or an empty text when nothing is near.
    static func clause(for word: String, among known: [String]) -> String {
        guard let nearest = nearest(to: word, among: known) else { return "" }
        return " (did you mean \(nearest)?)"
    }

    /// The known name that differs least from `word`: at most by a third of its length, or begun by it.
    static func nearest(to word: String, among known: [String]) -> String? {
        // Bounds the work on hostile arguments; no known name is that long.
        guard word.utf8.count <= 100 else { return nil }
        let scored = known.map { (name: $0, distance: EditDistance.between(Array(word.utf8), Array($0.utf8))) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        if best.distance <= max(2, word.utf8.count / 3) { return best.name }
        let bare = word.drop { $0 == "-" }
        guard bare.utf8.count >= 3 else { return nil }
        return known.first { $0.drop { $0 == "-" }.hasPrefix(bare) }
    }
}
