/// The canonical normal forms of Unicode (UAX 15) for text in the Latin, Greek and Cyrillic scripts.
///
/// Characters of other scripts stay as they are.
enum NormalForm {
    /// Form D: every letter before its marks, and the marks in canonical order.
    static func decomposed(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars { appendDecomposed(scalar, to: &scalars) }
        sortMarks(&scalars)
        return String(String.UnicodeScalarView(scalars))
    }

    /// Form C: letters and their marks as one character where there is one.
    static func composed(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in decomposed(text).unicodeScalars {
            let combiningClass = scalar.properties.canonicalCombiningClass.rawValue
            // A mark is blocked from its letter by another of the same or a higher class between them.
            let isBlocked = lastClass != 0 && lastClass >= combiningClass
            if let index = starter, !isBlocked, let whole = tables.whole[Pair(result[index], scalar)] {
                result[index] = whole
                continue
            }
            if combiningClass == 0 { starter = result.count }
            lastClass = combiningClass
            result.append(scalar)
        }
        return String(String.UnicodeScalarView(result))
    }

    private static func appendDecomposed(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
        guard scalar.value >= 0xC0, let parts = tables.parts[scalar] else {
            scalars.append(scalar)
            return
        }
        // The first part may have parts itself, the second never; three levels are the most there are.
        appendDecomposed(parts.first, to: &scalars)
        if let second = parts.second { appendDecomposed(second, to: &scalars) }
    }

    /// The canonical ordering algorithm (Unicode section 3.11): marks that follow one another are sorted by their class.
    private static func sortMarks(_ scalars: inout [Unicode.Scalar]) {
        let classes = scalars.map { $0.value < 0x300 ? 0 : $0.properties.canonicalCombiningClass.rawValue }
        var start = 0
        while start < scalars.count {
            guard classes[start] != 0 else {
                start += 1
                continue
            }
            let end = classes[start...].firstIndex(of: 0) ?? scalars.count
            let order = (start..<end).sorted { (classes[$0], $0) < (classes[$1], $1) }
            scalars.replaceSubrange(start..<end, with: order.map { scalars[$0] })
            start = end
        }
    }

    // MARK: Tables

    private struct Pair: Hashable {
        let first: Unicode.Scalar
        let second: Unicode.Scalar

        init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
            self.first = first
            self.second = second
        }
    }

    private struct Tables {
        var parts: [Unicode.Scalar: (first: Unicode.Scalar, second: Unicode.Scalar?)] = [:]
        var whole: [Pair: Unicode.Scalar] = [:]

        init() {
            var mark: Unicode.Scalar?
            var first: Unicode.Scalar?
            for word in CanonicalDecompositions.pairs.split(whereSeparator: \.isWhitespace) {
                if word.utf8.last == 0x3A {
                    mark = Self.scalar(word.dropLast())
                } else if let base = first {
                    first = nil
                    guard let mark, let letter = Self.scalar(word) else { continue }
                    parts[letter] = (base, mark)
                    // The few marks that have parts themselves are never put together again (UAX 15, section 5).
                    if base.properties.canonicalCombiningClass == .notReordered { whole[Pair(base, mark)] = letter }
                } else {
                    first = Self.scalar(word)
                }
            }
            let words = CanonicalDecompositions.single.split(whereSeparator: \.isWhitespace).compactMap(Self.scalar)
            for index in stride(from: 0, to: words.count - 1, by: 2) { parts[words[index]] = (words[index + 1], nil) }
        }

        private static func scalar(_ digits: Substring) -> Unicode.Scalar? {
            UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        }
    }

    private static let tables = Tables()
}
