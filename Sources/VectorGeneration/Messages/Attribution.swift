import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// Tells whether a body breaks one keyword of one schema object, and no other in the same place.
///
/// Two schema objects may say the same of a value: a body that breaks both proves nothing about either.
struct Attribution {
    private let documents: [JSONDocument]
    private var compiled: [MessageType: Schema] = [:]

    init(_ vectors: VectorSet) throws(ContractError) {
        do throws(VectorError) {
            documents = try vectors.schemaDocuments()
        } catch {
            throw ContractError(code: .unreadableVectors, description: error.description)
        }
    }

    /// Whether the keyword fails in the body, and no other keyword about the same value; checks that no schema states
    /// are taken to fail alone when no keyword does.
    mutating func isAlone(_ constraint: Constraint, in body: JSONTree, as type: MessageType) -> Bool {
        guard let schema = schema(of: type),
            let document = try? JSONDocument(parsing: JSONWriter.compact.write(body))
        else { return false }
        let violations = schema.violations(in: document)
        guard !constraint.keyword.hasPrefix("x-") else { return violations.allSatisfy(\.isAdvisory) }
        let place = constraint.schema.pointer.appending(constraint.keyword)
        let own = violations.filter { $0.schemaURI == constraint.schema.uri && $0.schemaPointer == place }
        guard let location = own.first?.instanceLocation else { return false }
        return violations.allSatisfy { violation in
            violation.instanceLocation != location || violation.keyword != constraint.keyword
                || violation.schemaURI == constraint.schema.uri && violation.schemaPointer == place
        }
    }

    private mutating func schema(of type: MessageType) -> Schema? {
        if let schema = compiled[type] { return schema }
        var registry = SchemaRegistry()
        for document in documents { try? registry.add(document) }
        let options = SchemaOptions(advisoryKeyword: "x-should")
        let schema = try? Schema(compiling: type.schemaURI, in: registry, options: options)
        compiled[type] = schema
        return schema
    }
}
