public import StrictJSON

/// The schema documents that references may lead to.
///
/// Nothing is ever fetched: what is not here does not exist. The metaschemas of draft 2020-12 are built in.
public struct SchemaRegistry: Sendable {
    /// Where a resource is to be found.
    struct Entry: Sendable {
        var document: RegisteredDocument
        var resource: Int
    }

    private var entries: [String: Entry] = [:]

    /// Creates a registry with nothing but the metaschemas.
    public init() {}

    /// The URIs of all resources that were added, sorted.
    public var uris: [String] { entries.keys.sorted() }

    /// Adds a document and every schema resource in it.
    ///
    /// - Parameter retrievalURI: where the document came from; needed when its root has no absolute `$id`.
    /// - Throws: when an identifier is malformed, missing or taken.
    public mutating func add(_ document: JSONDocument, retrievalURI: String? = nil) throws(SchemaError) {
        let base = retrievalURI.map { URIReference($0).withoutFragment.text } ?? ""
        let registered = try RegisteredDocument(document, retrievalURI: base)
        guard !registered.resources[0].uri.isEmpty else {
            throw SchemaError(
                code: .invalidIdentifier,
                schemaURI: "",
                pointer: .root,
                detail: "the document has neither $id nor a retrieval URI"
            )
        }
        for resource in registered.resources where entries[resource.uri] != nil {
            throw SchemaError(
                code: .duplicateIdentifier,
                schemaURI: resource.uri,
                pointer: .root,
                detail: "the registry holds another schema with this URI"
            )
        }
        insert(registered)
        // A document may be known by both its own name and the place it came from.
        if !base.isEmpty, entries[base] == nil { entries[base] = Entry(document: registered, resource: 0) }
    }

    /// Adds a document that is about to be compiled; it hides others of the same URI.
    mutating func insert(_ registered: RegisteredDocument) {
        for (index, resource) in registered.resources.enumerated() {
            entries[resource.uri] = Entry(document: registered, resource: index)
        }
    }

    /// The resource with the given absolute URI.
    func entry(_ uri: String) -> Entry? {
        entries[uri] ?? Metaschemas.entries[uri]
    }
}
