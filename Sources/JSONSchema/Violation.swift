public import StrictJSON

/// One keyword that an instance does not satisfy, at one place.
public struct Violation: Hashable, Sendable {
    /// The name of the keyword, or the empty string for the schema `false`.
    public var keyword: String
    /// Where in the instance; for a member that must not be there, the place of that member.
    public var instanceLocation: JSONPointer
    /// The way through the schema that led here, `$ref` included (core 12.3.2), such as
    /// `/properties/amount/$ref/minimum`.
    public var keywordLocation: String
    /// The URI of the schema resource that holds the keyword, empty for a document without one.
    public var schemaURI: String
    /// The place of the keyword inside that resource.
    public var schemaPointer: JSONPointer
    /// The bytes of the instance value; where a member's name is at fault, the bytes of the name with its quotes.
    public var byteRange: Range<Int>
    /// The member that is missing, or that must not be there.
    public var memberName: String?
    /// An English clause without subject, such as `must be an integer, found 100.00`.
    ///
    /// It shows numbers, types and members' names of the instance, never the content of its strings.
    public var message: String
    /// Whether the keyword stands under the advisory keyword, so that the verdict does not depend on it.
    public var isAdvisory: Bool

    /// Creates a violation.
    public init(
        keyword: String,
        instanceLocation: JSONPointer,
        keywordLocation: String,
        schemaURI: String,
        schemaPointer: JSONPointer,
        byteRange: Range<Int>,
        memberName: String?,
        message: String,
        isAdvisory: Bool
    ) {
        self.keyword = keyword
        self.instanceLocation = instanceLocation
        self.keywordLocation = keywordLocation
        self.schemaURI = schemaURI
        self.schemaPointer = schemaPointer
        self.byteRange = byteRange
        self.memberName = memberName
        self.message = message
        self.isAdvisory = isAdvisory
    }
}
