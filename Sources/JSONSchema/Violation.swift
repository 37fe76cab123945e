public import StrictJSON

/// One keyword that an instance does not satisfy, at one place.
///
/// Its words and places are made when they are asked for, each time anew, so that a list costs little where only some of
/// it is read. Until the last violation of a list is gone, the document that was evaluated stays in memory.
public struct Violation: Sendable {
    let evaluation: FailedEvaluation
    let record: Record

    /// The name of the keyword, or the empty string for the schema `false`.
    public var keyword: String { evaluation.place(of: record)?.keyword ?? "" }

    /// Where in the instance; for a member that must not be there, the place of that member.
    public var instanceLocation: JSONPointer { evaluation.instanceLocation(of: record) }

    /// The way through the schema that led here, `$ref` included (core 12.3.2), such as
    /// `/properties/amount/$ref/minimum`.
    public var keywordLocation: String { evaluation.keywordLocation(of: record) }

    /// The URI of the schema resource that holds the keyword, empty for a document without one.
    public var schemaURI: String { evaluation.place(of: record)?.uri ?? "" }

    /// The place of the keyword inside that resource.
    public var schemaPointer: JSONPointer { evaluation.place(of: record)?.pointer ?? .root }

    /// The bytes of the instance value; where a member's name is at fault, the bytes of the name with its quotes.
    public var byteRange: Range<Int> { evaluation.byteRange(of: record) }

    /// The member that is missing, or that must not be there.
    public var memberName: String? { evaluation.memberName(of: record) }

    /// An English clause without subject, such as `must be an integer, found 100.00`.
    ///
    /// It shows numbers, types and members' names of the instance, never the content of its strings.
    public var message: String { evaluation.message(of: record) }

    /// Whether the keyword stands under the advisory keyword, so that the verdict does not depend on it.
    public var isAdvisory: Bool { record.isAdvisory }
}
