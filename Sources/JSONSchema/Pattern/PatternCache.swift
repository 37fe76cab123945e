import Synchronization

/// Compiled patterns of this process: the schemas of one contract share most of theirs.
package enum PatternCache {
    /// More patterns than that come from somebody who makes them up: then it starts afresh.
    static let capacity = 1_000

    private static let patterns = Mutex<[String: Pattern]>([:])

    /// The compiled pattern for a text; faults are not kept.
    package static func pattern(_ text: String) throws(PatternError) -> Pattern {
        // Canonically equal texts are one key for `String`, so the stored text is compared byte by byte.
        if let known = patterns.withLock({ $0[text] }), known.text.utf8.elementsEqual(text.utf8) { return known }
        let pattern = try Pattern(text)
        patterns.withLock { patterns in
            if patterns.count >= capacity { patterns.removeAll() }
            patterns[text] = pattern
        }
        return pattern
    }
}
