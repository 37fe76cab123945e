import StrictJSON

/// The schemas of one message, by their URIs.
struct SchemaSet: Sendable {
    /// The schema of the message.
    let root: JSONValue?
    private let roots: [String: JSONValue]

    /// Makes a set; the first document is the schema of the message.
    init(_ documents: [JSONDocument]) {
        let pairs = documents.compactMap { document in document.root["$id"]?.string.map { ($0, document.root) } }
        roots = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        root = documents.first?.root
    }

    /// The schema document with a URI, or nil.
    subscript(uri: String) -> JSONValue? { roots[uri] }

    /// The schema that a `$ref` in `schema` names, or nil when it leads nowhere.
    func target(of reference: String, in schema: JSONValue) -> JSONValue? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let uri = parts.first else { return nil }
        let root = uri.isEmpty ? schema.document.root : roots[String(uri)]
        let pointer = parts.count > 1 ? JSONPointer(String(parts[1])) : .root
        guard let root, let pointer else { return nil }
        return root.value(at: pointer)
    }
}
