/// Choices that JSON Schema leaves to its user.
public struct SchemaOptions: Hashable, Sendable {
    /// Whether `format` is an assertion; otherwise it is an annotation, as the 2020-12 dialect has it by default.
    public var assertsFormat: Bool
    /// The name of a keyword whose subschema gives advice, such as `x-should`; nil for none.
    ///
    /// The subschema is applied last, at the same instance location, and sees what the schema object around it has
    /// evaluated. Its failures are violations with `isAdvisory` set and change no verdict.
    public var advisoryKeyword: String?

    /// Creates options.
    public init(assertsFormat: Bool = false, advisoryKeyword: String? = nil) {
        self.assertsFormat = assertsFormat
        self.advisoryKeyword = advisoryKeyword
    }
}
