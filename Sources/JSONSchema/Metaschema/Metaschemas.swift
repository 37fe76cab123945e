import StrictJSON

/// The metaschemas of draft 2020-12, as the specification publishes them.
enum Metaschemas {
    static let base = "https://json-schema.org/draft/2020-12/"

    /// Resources by URI; read and scanned when first asked for.
    static let entries: [String: SchemaRegistry.Entry] = {
        var entries: [String: SchemaRegistry.Entry] = [:]
        for text in texts {
            // The texts are constants, and a test compiles each of them: neither step fails.
            guard let document = try? JSONDocument(parsing: text),
                let registered = try? RegisteredDocument(document, retrievalURI: "")
            else { continue }
            entries[registered.resources[0].uri] = SchemaRegistry.Entry(document: registered, resource: 0)
        }
        return entries
    }()

    static let texts = [
        schema, core, applicator, unevaluated, validation, metaData, formatAnnotation, formatAssertion, content,
    ]
}
