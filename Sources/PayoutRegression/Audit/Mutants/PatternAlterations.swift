import StrictJSON

/// The changes of a regular expression: gone, never matching, without its anchors, a count one off.
enum PatternAlterations {
    static func of(_ pattern: String) -> [Alteration] {
        var alterations = [Alteration.removed, Alteration("never matches", .string("^no such value$"))]
        if pattern.hasPrefix("^"), pattern != "^" {
            alterations.append(Alteration("without ^ at the start", .string(String(pattern.dropFirst()))))
        }
        if pattern.hasSuffix("$"), pattern != "$" {
            alterations.append(Alteration("without $ at the end", .string(String(pattern.dropLast()))))
        }
        return alterations + counts(in: pattern)
    }

    /// Each `{n}` and `{m,n}` with one character fewer, and with one more.
    private static func counts(in pattern: String) -> [Alteration] {
        var alterations: [Alteration] = []
        var occurrences: [Substring: Int] = [:]
        var start = pattern.startIndex
        while let open = pattern[start...].firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") {
            let inner = pattern[pattern.index(after: open)..<close]
            let bounds = inner.split(separator: ",").compactMap { Int($0) }
            start = pattern.index(after: close)
            guard let least = bounds.first, let most = bounds.last else { continue }
            var changed = ["{\(least),\(most + 1)}"]
            if least > 0 { changed.append("{\(least - 1),\(most)}") }
            if least < most { changed += ["{\(least + 1),\(most)}", "{\(least),\(most - 1)}"] }
            occurrences[inner, default: 0] += 1
            let ordinal = occurrences[inner] == 1 ? "" : " number \(occurrences[inner, default: 1])"
            for count in changed {
                let text = pattern[..<open] + count + pattern[start...]
                alterations.append(Alteration("with \(count) for {\(inner)}\(ordinal)", .string(String(text))))
            }
        }
        return alterations
    }
}
