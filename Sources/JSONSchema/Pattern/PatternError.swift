/// Why a pattern was refused.
package struct PatternError: Error, Hashable, Sendable {
    /// A short English sentence without the pattern's text.
    package var reason: String
    /// Where, counted in Unicode scalars of the pattern from 0.
    package var offset: Int
    /// True when the pattern is right by ECMA-262 but no linear-time matcher exists for it here.
    package var isUnsupported: Bool

    init(_ reason: String, at offset: Int, isUnsupported: Bool = false) {
        self.reason = reason
        self.offset = offset
        self.isUnsupported = isUnsupported
    }
}
