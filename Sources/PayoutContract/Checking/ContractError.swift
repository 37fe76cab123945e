import JSONSchema
package import PayoutVectors

/// A contract that can't be used: its data are missing or wrong, so nothing can be said about a message.
public struct ContractError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public struct Code: Hashable, Sendable {
        private enum Cause { case unreadableVectors, unusableSchema, unknownMessage }
        private let cause: Cause

        /// A file of the vectors is missing or wrong.
        public static let unreadableVectors = Code(cause: .unreadableVectors)
        /// A schema can't be compiled, or names something that does not exist.
        public static let unusableSchema = Code(cause: .unusableSchema)
        /// The vectors hold no schema for the message.
        public static let unknownMessage = Code(cause: .unknownMessage)
    }

    /// What went wrong.
    public var code: Code
    /// A sentence that names the file, schema or message.
    public var description: String

    /// Creates an error.
    public init(code: Code, description: String) {
        self.code = code
        self.description = description
    }

    package init(_ error: VectorError) {
        self.init(code: .unreadableVectors, description: error.description)
    }

    init(_ error: SchemaError) {
        self.init(code: .unusableSchema, description: error.description)
    }
}
