import JSONSchema
import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

/// Probes of `pattern`: for each change of the expression a text that tells it from the right one.
enum PatternProbes {
    static func make(_ site: ProbeSite) -> [Probe] {
        guard let text = site.value.string, let pattern = site.constraint.value.string else { return [] }
        let samples = PatternSamples.of(pattern)
        // A sample with a character more or fewer at its ends misses the anchors that the value itself can't reach.
        let variants = TextVariants.of(text) + samples + samples.prefix(6).flatMap { TextVariants.around($0) }
        let match = PatternMatch(pattern)
        let matching = variants.filter(match.holds)
        let failing = variants.filter { !match.holds($0) }
        return site.constraint.alterations.flatMap { alteration -> [Probe] in
            let suffix = alteration.replacement == nil ? "" : Wording.slug(alteration.name)
            let other = alteration.replacement?.string.map { PatternMatch($0) }
            let loosened = failing.lazy.filter { text in other?.holds(text) ?? true }
            let tightened = matching.lazy.filter { text in other.map { !$0.holds(text) } ?? false }
            return loosened.prefix(6)
                .map { Probe(suffix, title($0, site), site.broken(), site.replacing(.string($0))) }
                + tightened.prefix(6)
                .map { Probe(suffix, "\(site.name) in the right form", .keeps, site.replacing(.string($0))) }
        }
    }

    private static func title(_ text: String, _ site: ProbeSite) -> String {
        let count = site.value.string?.unicodeScalars.count ?? 0
        let length = text.unicodeScalars.count
        if text.isEmpty { return "\(site.name) is empty" }
        if length > count { return "\(site.name) with a character too many" }
        return length < count ? "\(site.name) with a character too few" : "\(site.name) with a wrong character"
    }
}

/// A pattern, compiled by the schema engine.
struct PatternMatch {
    private let schema: Schema?

    init(_ pattern: String) {
        let tree: JSONTree = ["pattern": .string(pattern)]
        let document = try? JSONDocument(parsing: JSONWriter.compact.write(tree))
        schema = document.flatMap { try? Schema(compiling: $0) }
    }

    /// Whether a text matches; false where the pattern is none.
    func holds(_ text: String) -> Bool {
        guard let schema, let instance = try? JSONDocument(parsing: JSONWriter.compact.write(.string(text))) else {
            return false
        }
        return schema.accepts(instance)
    }
}

/// Texts that differ from one in a character: the ways in which a value misses its form.
enum TextVariants {
    private static let letters = ["1", "0", "9", "a", "A", "g", "x", "Я", "?", " ", "-", "."]

    /// The text with a character more at its end or its start.
    static func around(_ text: String) -> [String] { letters.map { text + $0 } + letters.map { $0 + text } }

    /// The text itself, then with a character more at its end and its start, one fewer, and one replaced.
    static func of(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { return [text] + letters + ["text", " "] }
        func make(_ parts: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(parts)) }
        var variants = [text, make(scalars + [last]), make([first] + scalars)]
        variants += around(text)
        // The same digits one place further on: what a missing ^ lets through where the length is fixed.
        variants += letters.map { $0 + make(scalars.dropLast()) }
        variants += [make(scalars.dropLast()), make(Array(scalars.dropFirst()))]
        for position in scalars.indices.prefix(40) {
            var shorter = scalars
            shorter.remove(at: position)
            variants.append(make(shorter))
            var longer = scalars
            longer.insert(scalars[position], at: position)
            variants.append(make(longer))
            for letter in letters {
                variants.append(make(Array(scalars[..<position])) + letter + make(Array(scalars[(position + 1)...])))
            }
        }
        return variants + ["", " "]
    }
}
