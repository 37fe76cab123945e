/// The limits and leniencies under which a JSON text is read.
///
/// RFC 8259 section 9 lets a parser limit the size of texts and the depth of nesting; sections 4 and 8.2 leave equal
/// names and lone surrogates to the parser. Everything else of the grammar is fixed.
public struct JSONTextPolicy: Hashable, Sendable {
    /// The deepest nesting of arrays and objects that is accepted; a scalar alone has depth 0.
    ///
    /// At least 0.
    public var maximumDepth: Int
    /// The longest text that is accepted, in bytes.
    ///
    /// No text of 4 GiB or more is ever accepted.
    public var maximumByteCount: Int
    /// Whether an object may hold the same name twice.
    ///
    /// Names are compared by their decoded bytes.
    public var allowsDuplicateNames: Bool
    /// Whether a `\u` escape may name half of a surrogate pair (RFC 8259 section 8.2).
    ///
    /// Such a string has no UTF-8 form: `JSONValue.string` shows U+FFFD in its place.
    public var allowsLoneSurrogates: Bool

    /// Creates a policy; what is not given is as in `strict`.
    public init(
        maximumDepth: Int = 128,
        maximumByteCount: Int = 16 << 20,
        allowsDuplicateNames: Bool = false,
        allowsLoneSurrogates: Bool = false
    ) {
        self.maximumDepth = maximumDepth
        self.maximumByteCount = maximumByteCount
        self.allowsDuplicateNames = allowsDuplicateNames
        self.allowsLoneSurrogates = allowsLoneSurrogates
    }

    /// What the kit asks of a message: unique names, whole characters, 128 levels, 16 MiB.
    public static let strict = JSONTextPolicy()

    /// All that the grammar of RFC 8259 allows, down to 1,024 levels, in a text of less than 4 GiB.
    public static let rfc8259 = JSONTextPolicy(
        maximumDepth: 1_024,
        maximumByteCount: Int(UInt32.max) - 1,
        allowsDuplicateNames: true,
        allowsLoneSurrogates: true
    )
}
