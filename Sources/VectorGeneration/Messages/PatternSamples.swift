/// Texts made from a regular expression: each of its alternatives, with each of its repetitions at its edges.
///
/// It reads the subset that the contract's schemas use: literals, classes, groups, alternatives, `?`, `*`, `+`, `{n}`,
/// `{m,n}` and anchors. Whether a text matches, the schema engine says; here a text is only likely to.
enum PatternSamples {
    private indirect enum Part {
        case text(String)
        case choice([[Part]])
        case repetition(Part, least: Int, most: Int)
    }

    /// Texts around the edges of a pattern, some of which match and some of which just do not.
    static func of(_ pattern: String) -> [String] {
        var reader = Reader(rest: Array(pattern.unicodeScalars)[...])
        let parts = reader.alternatives()
        var texts: [String] = []
        for alternative in parts {
            texts += expansions(of: alternative)
        }
        return Array(texts.prefix(400))
    }

    /// The text with every repetition at its least, then, one repetition at a time, one fewer, its most, and one more.
    private static func expansions(of parts: [Part]) -> [String] {
        let plain = parts.map(shortest)
        var texts = [plain.joined()]
        for (position, part) in parts.enumerated() {
            for other in variants(of: part) {
                texts.append((plain[..<position] + [other] + plain[(position + 1)...]).joined())
            }
        }
        return texts
    }

    private static func shortest(_ part: Part) -> String {
        switch part {
        case .text(let text): text
        case .choice(let alternatives): alternatives.first?.map(shortest).joined() ?? ""
        case .repetition(let inner, let least, _): String(repeating: shortest(inner), count: least)
        }
    }

    private static func variants(of part: Part) -> [String] {
        switch part {
        case .text:
            return []
        case .choice(let alternatives):
            return alternatives.flatMap(expansions)
        case .repetition(let inner, let least, let most):
            let counts = [least - 1, least + 1, most - 1, most, most + 1].filter { $0 >= 0 }
            let single = shortest(inner)
            // Where the repeated part has choices of its own, one of the repetitions takes them.
            let inside = variants(of: inner)
                .map { $0 + String(repeating: single, count: max(0, least - 1)) }
            return counts.map { String(repeating: single, count: $0) } + inside
        }
    }

    private struct Reader {
        var rest: ArraySlice<Unicode.Scalar>

        mutating func alternatives() -> [[Part]] {
            var found: [[Part]] = [[]]
            while let scalar = rest.first, scalar != ")" {
                if scalar == "|" {
                    rest.removeFirst()
                    found.append([])
                } else if let atom = atom() {
                    found[found.count - 1].append(repeated(atom))
                }
            }
            return found
        }

        /// The next atom; nil for an anchor.
        private mutating func atom() -> Part? {
            let scalar = rest.removeFirst()
            switch scalar {
            case "^", "$": return nil
            case "(":
                if rest.starts(with: ["?", ":"]) { rest.removeFirst(2) }
                let inner = alternatives()
                if rest.first == ")" { rest.removeFirst() }
                return .choice(inner)
            case "[": return .text(member())
            case "\\": return .text(rest.isEmpty ? "" : String(Character(rest.removeFirst())))
            case ".": return .text("a")
            default: return .text(String(Character(scalar)))
            }
        }

        /// A character of a class: its first, or one that a negated class leaves.
        private mutating func member() -> String {
            let isNegated = rest.first == "^"
            var first: Unicode.Scalar?
            while let scalar = rest.popFirst(), scalar != "]" {
                if scalar == "\\", let escaped = rest.popFirst() {
                    first = first ?? escaped
                } else if scalar != "^" {
                    first = first ?? scalar
                }
            }
            return isNegated ? "a" : first.map { String(Character($0)) } ?? ""
        }

        private mutating func repeated(_ atom: Part) -> Part {
            switch rest.first {
            case "?":
                rest.removeFirst()
                return .repetition(atom, least: 0, most: 1)
            case "*":
                rest.removeFirst()
                return .repetition(atom, least: 0, most: 2)
            case "+":
                rest.removeFirst()
                return .repetition(atom, least: 1, most: 2)
            case "{":
                let inner = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(inner.count + 2)
                let bounds = String(String.UnicodeScalarView(inner)).split(separator: ",").compactMap { Int($0) }
                return .repetition(atom, least: bounds.first ?? 1, most: bounds.last ?? 1)
            default:
                return atom
            }
        }
    }
}
