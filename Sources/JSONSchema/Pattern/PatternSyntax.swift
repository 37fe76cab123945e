/// The syntax tree of a pattern.
///
/// Captures and greediness are left out: a verdict does not depend on them.
indirect enum PatternSyntax: Hashable, Sendable {
    case empty
    case scalars(ScalarSet)
    case assertion(PatternAssertion)
    case sequence([PatternSyntax])
    case alternatives([PatternSyntax])
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)
}

/// A condition on the place between two characters.
enum PatternAssertion: UInt8, Hashable, Sendable {
    case start
    case end
    case wordBoundary
    case noWordBoundary
}
