public import StrictJSON

/// Why a schema was refused, and where it is wrong.
///
/// It names keywords and places of the schema, never a value of an instance.
public struct SchemaError: Error, Hashable, Sendable {
    /// What is wrong with the schema.
    public var code: Code
    /// The absolute URI of the schema resource, empty for a document without one.
    public var schemaURI: String
    /// The place inside that resource.
    public var pointer: JSONPointer
    /// What exactly is wrong: a short English sentence.
    public var detail: String

    /// Creates an error.
    public init(code: Code, schemaURI: String, pointer: JSONPointer, detail: String) {
        self.code = code
        self.schemaURI = schemaURI
        self.pointer = pointer
        self.detail = detail
    }

    /// The kinds of faults of a schema.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        /// A stable name, such as `invalid_keyword_value`.
        public let identifier: String

        /// The identifier.
        public var description: String { identifier }

        /// A schema is neither an object nor a boolean (core 4.3).
        public static let notASchema = Code(identifier: "not_a_schema")
        /// The value of a keyword has the wrong type or is out of range.
        public static let invalidKeywordValue = Code(identifier: "invalid_keyword_value")
        /// A keyword of an older draft, or a misspelt one, that would silently change verdicts.
        public static let suspiciousKeyword = Code(identifier: "suspicious_keyword")
        /// A URI is not well formed, or `$id` has a fragment (core 8.2.1).
        public static let invalidIdentifier = Code(identifier: "invalid_identifier")
        /// Two schemas have the same URI or anchor.
        public static let duplicateIdentifier = Code(identifier: "duplicate_identifier")
        /// A reference leads to nothing that the registry holds.
        public static let unknownReference = Code(identifier: "unknown_reference")
        /// References lead back to where they started on the same instance location (core 9.4.1).
        public static let infiniteReference = Code(identifier: "infinite_reference")
        /// `$schema` names a dialect other than 2020-12 that the registry does not describe.
        public static let unknownDialect = Code(identifier: "unknown_dialect")
        /// The dialect requires a vocabulary that is not known here (core 8.1.2).
        public static let unknownVocabulary = Code(identifier: "unknown_vocabulary")
        /// A pattern is no regular expression of ECMA-262.
        public static let invalidPattern = Code(identifier: "invalid_pattern")
        /// A pattern can't be matched in linear time here.
        public static let unsupportedPattern = Code(identifier: "unsupported_pattern")
        /// The schema has more parts than the compiler takes.
        public static let tooLarge = Code(identifier: "too_large")
    }
}

extension SchemaError: CustomStringConvertible {
    /// The place and the detail on one line.
    public var description: String {
        "\(schemaURI)#\(pointer): \(detail) [\(code)]"
    }
}
