import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// The schemas of the contract, without the contract around them.
struct ContractSchemas {
    let registry: SchemaRegistry
    /// How many bytes of JSON the schemas are.
    let byteCount: Int

    init() throws {
        let documents = try VectorSet.embedded.schemaDocuments()
        var registry = SchemaRegistry()
        for document in documents { try registry.add(document) }
        self.registry = registry
        byteCount = documents.reduce(0) { $0 + $1.bytes.count }
    }

    /// The URIs of all messages that have a schema.
    static let messageURIs = APIVersion.allCases.flatMap { MessageType.all(of: $0) }.map(\.schemaURI)
        .filter { VectorSet.embedded.hasSchema($0) }

    /// Compiles one schema as the contract does, advice included.
    func compile(_ uri: String) throws -> Schema {
        try Schema(compiling: uri, in: registry, options: Self.options)
    }

    /// One schema for both kinds of webhook, chosen by `type`.
    func webhooks() throws -> Schema {
        let text = """
            {
              "if": {"properties": {"type": {"const": "ready_to_confirm"}}},
              "then": {"$ref": "urn:bank131:payout:v1:webhook-ready-to-confirm"},
              "else": {"$ref": "urn:bank131:payout:v1:webhook-payment-finished"}
            }
            """
        return try Schema(compiling: try JSONDocument(parsing: text), registry: registry, options: Self.options)
    }

    private static let options = SchemaOptions(advisoryKeyword: "x-should")
}
