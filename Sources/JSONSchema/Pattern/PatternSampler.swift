/// Makes texts that a pattern matches.
///
/// Assertions are not followed, so a text has to be checked against the pattern before it is used.
package struct PatternSampler: Sendable {
    /// How much of what a pattern allows a text takes.
    package enum Extent: Hashable, Sendable, CaseIterable {
        /// Every repetition as short as it may be, and the first of all alternatives.
        case shortest
        /// Every repetition as long as it may be, up to a bound, and the last of all alternatives.
        case longest
        /// What chance gives.
        case random
    }

    /// How often something is repeated that has no upper bound.
    private static let openRepetition = 4

    private let syntax: PatternSyntax

    /// Reads a pattern.
    ///
    /// - Throws: an error where it is wrong or unsupported.
    package init(_ pattern: String) throws(PatternError) {
        syntax = try PatternParser.parse(pattern)
    }

    /// A text for the pattern.
    package func text(_ extent: Extent, using random: inout some RandomNumberGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        append(syntax, extent, to: &scalars, using: &random)
        return String(scalars)
    }

    /// One text for each branch of the outermost alternatives; a single one where there are none.
    package func branches(using random: inout some RandomNumberGenerator) -> [String] {
        branches(of: syntax)
            .map { branch in
                var scalars = String.UnicodeScalarView()
                append(branch, .shortest, to: &scalars, using: &random)
                return String(scalars)
            }
    }

    private func branches(of syntax: PatternSyntax) -> [PatternSyntax] {
        switch syntax {
        case .alternatives(let branches):
            return branches
        case .sequence(let terms):
            guard let place = terms.firstIndex(where: { if case .alternatives = $0 { true } else { false } }),
                case .alternatives(let branches) = terms[place]
            else { return [syntax] }
            return branches.map { branch in
                var copy = terms
                copy[place] = branch
                return .sequence(copy)
            }
        default:
            return [syntax]
        }
    }

    private func append(
        _ syntax: PatternSyntax,
        _ extent: Extent,
        to text: inout String.UnicodeScalarView,
        using random: inout some RandomNumberGenerator
    ) {
        switch syntax {
        case .empty, .assertion:
            break
        case .scalars(let set):
            if let scalar = Self.scalar(of: set, extent, using: &random) { text.append(scalar) }
        case .sequence(let terms):
            for term in terms { append(term, extent, to: &text, using: &random) }
        case .alternatives(let branches):
            let branch =
                switch extent {
                case .shortest: branches.first
                case .longest: branches.last
                case .random: branches.randomElement(using: &random)
                }
            if let branch { append(branch, extent, to: &text, using: &random) }
        case .repetition(let content, let minimum, let maximum):
            let most = maximum ?? minimum + Self.openRepetition
            let count =
                switch extent {
                case .shortest: minimum
                case .longest: most
                case .random: Int.random(in: minimum...most, using: &random)
                }
            for _ in 0..<count { append(content, extent, to: &text, using: &random) }
        }
    }

    /// Characters that people can read, the likeliest first.
    private static let readable: [ClosedRange<UInt32>] = [
        0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x430...0x44F, 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E,
        0x20...0x20,
    ]

    private static func scalar(
        of set: ScalarSet,
        _ extent: Extent,
        using random: inout some RandomNumberGenerator
    ) -> Unicode.Scalar? {
        for preferred in readable {
            let parts = set.ranges.compactMap { range -> ClosedRange<UInt32>? in
                let low = max(range.lowerBound, preferred.lowerBound)
                let high = min(range.upperBound, preferred.upperBound)
                return low <= high ? low...high : nil
            }
            guard let first = parts.first, let last = parts.last else { continue }
            let value =
                switch extent {
                case .shortest: first.lowerBound
                case .longest: last.upperBound
                case .random: UInt32.random(in: parts.randomElement(using: &random) ?? first, using: &random)
                }
            return Unicode.Scalar(value)
        }
        return set.ranges.lazy.compactMap { Unicode.Scalar($0.lowerBound) ?? Unicode.Scalar($0.upperBound) }.first
    }
}
