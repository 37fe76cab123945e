import JSONSchema
import StrictJSON

/// What references can name in some documents: resources by their URIs, and anchors (JSON Schema 2020-12, section 8.2).
struct SchemaNames: Sendable {
    private var resources: [String: SchemaPlace] = [:]
    private var uris: [SchemaPlace: String] = [:]
    private var anchors: [SchemaPlace: [String: SchemaPlace]] = [:]

    /// Keywords whose values are no schemas, whatever they look like.
    private static let data: Set<String> = ["enum", "const", "examples", "default"]

    /// Reads the names in documents, each under the URI that it was given.
    init(_ documents: [String: JSONTree]) {
        for (uri, tree) in documents {
            let root = SchemaPlace(uri: uri, pointer: .root)
            add(root, as: URIReference(uri))
            collect(tree, at: root, in: root)
        }
    }

    /// The resource with a URI.
    subscript(uri: String) -> SchemaPlace? { resources[uri] }

    /// The URI of a resource.
    func uri(of resource: SchemaPlace) -> String { uris[resource] ?? resource.uri }

    /// Whether a place is the root of a resource.
    func holds(_ place: SchemaPlace) -> Bool { uris[place] != nil }

    /// The schema with an anchor in a resource.
    func anchor(_ name: String, of resource: SchemaPlace) -> SchemaPlace? { anchors[resource]?[name] }

    private mutating func add(_ place: SchemaPlace, as uri: URIReference) {
        let text = uri.withoutFragment.text
        resources[text] = place
        uris[place] = text
    }

    private mutating func collect(_ tree: JSONTree, at place: SchemaPlace, in resource: SchemaPlace) {
        var resource = resource
        if place != resource, let id = tree["$id"]?.string {
            add(place, as: URIReference(id).resolved(against: URIReference(uri(of: resource))))
            resource = place
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let anchor = tree[keyword]?.string { anchors[resource, default: [:]][anchor] = place }
        }
        for member in tree.members ?? [] where !Self.data.contains(member.name) {
            collect(member.value, at: place.appending(member.name), in: resource)
        }
        for (position, element) in (tree.elements ?? []).enumerated() {
            collect(element, at: place.appending(String(position)), in: resource)
        }
    }
}
