import JSONSchema
import PayoutContract

/// Schemas to programs that judge.
enum CompilationGroup {
    static func run(_ table: ResultTable) throws {
        let schemas = try ContractSchemas()
        let request = try GoldenMessage.request()
        try table.row("compile \(request.name), schemas read", byteCount: nil) {
            sink(try schemas.compile(request.type.schemaURI))
        }
        table.row("read the embedded schemas", byteCount: schemas.byteCount) { sink(try? ContractSchemas()) }
        let uris = ContractSchemas.messageURIs
        try table.row("read and compile the schemas of all \(uris.count) messages", byteCount: schemas.byteCount) {
            let schemas = try ContractSchemas()
            for uri in uris { sink(try schemas.compile(uri)) }
        }
    }
}
