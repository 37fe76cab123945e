/// A compiled pattern of the `pattern` and `patternProperties` keywords, matched in time linear in the text.
///
/// The dialect is ECMA-262 with the `u` flag. A pattern is not anchored: it matches when any part of the text does.
package struct Pattern: Sendable {
    private enum Matcher: Sendable {
        case automaton(PatternAutomaton)
        case simulation(PatternProgram)
    }

    /// The pattern as written.
    package let text: String
    private let matcher: Matcher

    /// Compiles `pattern`; throws where it is wrong or has no matcher in linear time.
    package init(_ pattern: String) throws(PatternError) {
        text = pattern
        let program = try PatternProgram(PatternParser.parse(pattern))
        if let automaton = PatternAutomaton(program) {
            matcher = .automaton(automaton)
        } else {
            matcher = .simulation(program)
        }
    }

    /// Whether any part of `text`, which is valid UTF-8, matches.
    package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch matcher {
        case .automaton(let automaton): automaton.matches(text)
        case .simulation(let program): program.matches(text)
        }
    }

    /// Whether any part of `text` matches.
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matches($0) }
    }

    /// The table, unless the pattern runs as a simulation.
    var automaton: PatternAutomaton? {
        if case .automaton(let automaton) = matcher { automaton } else { nil }
    }
}
