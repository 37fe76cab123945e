import JSONSchema
import PayoutVectors
import StrictJSON

/// Everything that the check of one message needs, made once.
struct PreparedMessage: Sendable {
    /// The compiled schema.
    let schema: Schema
    /// What the schemas say besides their assertions.
    let plan: AnnotationPlan
    /// The schemas, for the rules of failing keywords.
    let schemas: SchemaSet
    private let uri: String
    private let documents: [JSONDocument]

    /// Reads the schemas that `message` reaches and compiles them.
    init(_ message: MessageType, vectors: VectorSet, blindCheck: String? = nil) throws(ContractError) {
        let documents: [JSONDocument]
        do throws(VectorError) {
            documents = try vectors.schemaDocuments(reachableFrom: message.schemaURI)
        } catch {
            throw ContractError(error)
        }
        uri = message.schemaURI
        self.documents = documents
        schema = try Self.compile(uri, documents, advisoryKeyword: RuleMap.adviceKeyword)
        schemas = SchemaSet(documents)
        plan = try AnnotationPlan(schemas, blindCheck: blindCheck)
    }

    /// The schema without its advice, for messages that are full of what is only advised against.
    func schemaWithoutAdvice() throws(ContractError) -> Schema {
        try Self.compile(uri, documents, advisoryKeyword: nil)
    }

    private static func compile(
        _ uri: String,
        _ documents: [JSONDocument],
        advisoryKeyword: String?
    ) throws(ContractError) -> Schema {
        do throws(SchemaError) {
            var registry = SchemaRegistry()
            for document in documents { try registry.add(document) }
            return try Schema(compiling: uri, in: registry, options: SchemaOptions(advisoryKeyword: advisoryKeyword))
        } catch {
            throw ContractError(error)
        }
    }
}
