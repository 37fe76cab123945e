import JSONSchema
import PayoutVectors
import StrictJSON

/// Everything that the check of one message needs, made once.
struct PreparedMessage: Sendable {
    /// The compiled schema.
    let schema: Schema
    /// What the schemas say besides their assertions.
    let plan: AnnotationPlan
    /// The rules of failing keywords.
    let rules: RuleMap

    /// Reads the schemas that `message` reaches and compiles them.
    init(_ message: MessageType, vectors: VectorSet, register: RuleRegister) throws(ContractError) {
        let documents: [JSONDocument]
        do throws(VectorError) {
            documents = try vectors.schemaDocuments(reachableFrom: message.schemaURI)
        } catch {
            throw ContractError(error)
        }
        do throws(SchemaError) {
            var registry = SchemaRegistry()
            for document in documents { try registry.add(document) }
            schema = try Schema(
                compiling: message.schemaURI,
                in: registry,
                options: SchemaOptions(advisoryKeyword: RuleMap.adviceKeyword)
            )
        } catch {
            throw ContractError(error)
        }
        let schemas = SchemaSet(documents)
        plan = try AnnotationPlan(schemas)
        rules = RuleMap(register: register, schemas: schemas)
    }
}
