/// The permanent id of a rule, such as `AMOUNT.MINOR_UNITS`.
///
/// An id is never reused: a rule that changes its meaning gets a new one.
public struct RuleID: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The id as it is written in `rules.json`.
    public let rawValue: String

    /// Wraps an id; whether there is such a rule is known by ``RuleRegister``.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Wraps an id that stands in the source.
    public init(stringLiteral value: String) {
        rawValue = value
    }

    /// The id.
    public var description: String { rawValue }

    /// Orders ids by their bytes.
    public static func < (first: RuleID, second: RuleID) -> Bool {
        first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
    }
}
