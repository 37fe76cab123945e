import JSONSchema
import PayoutVectors
import StrictJSON

/// Everything that the check of one message needs, made once.
///
/// It is shared, not copied: a verdict costs less than the counts of its parts would.
final class PreparedMessage: Sendable {
    /// The compiled schema.
    let schema: Schema
    /// What the schemas say besides their assertions.
    let plan: AnnotationPlan
    /// The value checks of the plan, for a quick look.
    let walk: CheckWalk
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
        walk = CheckWalk(plan)
    }

    /// The values that break a rule which no schema states, at most `limit` for each rule.
    func brokenChecks(in document: JSONDocument, request: JSONDocument?, limit: Int) -> [BrokenCheck] {
        if request == nil, !walk.findsBroken(in: document) { return [] }
        return plan.brokenChecks(in: document.root, request: request?.root, limit: limit)
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
