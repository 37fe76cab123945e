@_spi(Tape) import StrictJSON

/// A document of a registry with the schema resources in it.
final class RegisteredDocument: Sendable {
    let document: JSONDocument
    let resources: [SchemaResource]
    /// Resources by the tape index of their root schema.
    let resourceAt: [Int: Int]

    init(_ document: JSONDocument, retrievalURI: String) throws(SchemaError) {
        var scan = IdentifierScan(document: document, retrievalURI: retrievalURI)
        try scan.run()
        self.document = document
        resources = scan.resources
        resourceAt = scan.resourceAt
    }
}

/// A schema with its own URI (core 4.3.5), and the anchors inside it.
struct SchemaResource: Sendable {
    /// The absolute URI without fragment; empty for a document without one.
    var uri: String
    /// The tape index of the root schema.
    var root: Int
    /// The resource that this one is embedded in, or nil.
    var parent: Int?
    /// Tape indexes by plain name, of `$anchor` and `$dynamicAnchor`.
    var anchors: [String: Int] = [:]
    /// Tape indexes by plain name, of `$dynamicAnchor` alone.
    var dynamicAnchors: [String: Int] = [:]
    /// The value of `$schema`, or nil.
    var dialect: String?
}

/// Finds the `$id`s and anchors of a document.
///
/// Only places that hold schemas by the keywords of draft 2020-12 count: an `$id` inside `const` or an unknown keyword
/// names nothing.
private struct IdentifierScan {
    let document: JSONDocument
    var resources: [SchemaResource]
    var resourceAt: [Int: Int] = [:]
    private var pending: [(index: Int, resource: Int)] = []

    init(document: JSONDocument, retrievalURI: String) {
        self.document = document
        resources = [SchemaResource(uri: retrievalURI, root: 0)]
        resourceAt[0] = 0
    }

    mutating func run() throws(SchemaError) {
        pending = [(0, 0)]
        while let (index, resource) = pending.popLast() {
            try visit(JSONValue(document: document, index: index), in: resource)
        }
    }

    private func fail(_ code: SchemaError.Code, _ resource: Int, _ index: Int, _ detail: String) -> SchemaError {
        SchemaError(
            code: code,
            schemaURI: resources[resource].uri,
            pointer: document.withTape { $0.pointer(from: resources[resource].root, to: index) },
            detail: detail
        )
    }

    private mutating func visit(_ value: JSONValue, in outer: Int) throws(SchemaError) {
        guard value.kind == .object else { return }
        var resource = outer
        if let id = value["$id"] { resource = try enter(value, id: id, in: outer) }
        for member in value.members {
            guard let keyword = Keyword.named[member.name] else { continue }
            switch keyword {
            case .anchor, .dynamicAnchor:
                try addAnchor(member.value, of: value, isDynamic: keyword == .dynamicAnchor, in: resource)
            case .schema:
                if resources[resource].root == value.index { resources[resource].dialect = member.value.string }
            default:
                switch keyword.subschemas {
                case .none: break
                case .one: pending.append((member.value.index, resource))
                case .array: for element in member.value.elements { pending.append((element.index, resource)) }
                case .map: for entry in member.value.members { pending.append((entry.value.index, resource)) }
                }
            }
        }
    }

    private mutating func enter(_ value: JSONValue, id: JSONValue, in outer: Int) throws(SchemaError) -> Int {
        guard let text = id.string else {
            throw fail(.invalidKeywordValue, outer, id.index, "$id must be a string")
        }
        let reference = URIReference(text)
        guard reference.fragment ?? "" == "" else {
            throw fail(.invalidIdentifier, outer, id.index, "$id must not have a fragment")
        }
        let uri = reference.resolved(against: URIReference(resources[outer].uri)).withoutFragment.text
        if value.index == 0 {
            resources[0].uri = uri
            return 0
        }
        resources.append(SchemaResource(uri: uri, root: value.index, parent: outer))
        resourceAt[value.index] = resources.count - 1
        return resources.count - 1
    }

    private mutating func addAnchor(
        _ name: JSONValue,
        of value: JSONValue,
        isDynamic: Bool,
        in resource: Int
    ) throws(SchemaError) {
        guard let text = name.string, let first = text.utf8.first, URISyntax.isLetter(first) || first == 0x5F,
            text.utf8.allSatisfy({ (URISyntax.isUnreserved($0) && $0 != 0x7E) })
        else { throw fail(.invalidKeywordValue, resource, name.index, "an anchor must be a plain name") }
        if let known = resources[resource].anchors[text], known != value.index {
            throw fail(.duplicateIdentifier, resource, name.index, "the anchor is used twice")
        }
        resources[resource].anchors[text] = value.index
        if isDynamic { resources[resource].dynamicAnchors[text] = value.index }
    }
}
