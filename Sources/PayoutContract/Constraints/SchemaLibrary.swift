import JSONSchema
public import PayoutVectors
public import StrictJSON

/// Schema documents as values that can be read and edited, and the way from a reference to what it names.
///
/// Schemas of other files, such as those of the kit's own reports, are no part of the contract.
public struct SchemaLibrary: Sendable, Equatable {
    /// The `$id`s, in the order of the documents.
    public let uris: [String]
    private let documents: [String: JSONTree]
    private let names: SchemaNames

    /// Reads the schemas of a set of vectors.
    ///
    /// - Throws: an error when one can't be read.
    public init(_ vectors: VectorSet) throws(ContractError) {
        let families = Set(APIVersion.allCases.map(\.rawValue) + ["common"])
        let all: [JSONDocument]
        do throws(VectorError) {
            all = try vectors.schemaDocuments()
        } catch {
            throw ContractError(error)
        }
        self.init(
            all.filter { families.contains(SchemaPlace(uri: $0.root["$id"]?.string ?? "", pointer: .root).family) }
        )
    }

    /// Takes documents, such as a schema that stands alone; one without an `$id` has the URI "".
    package init(_ schemas: [JSONDocument]) {
        let pairs = schemas.map { ($0.root["$id"]?.string ?? "", JSONTree($0.root)) }
        uris = pairs.map(\.0)
        documents = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        names = SchemaNames(documents)
    }

    /// Whether two libraries hold the same documents.
    public static func == (first: SchemaLibrary, second: SchemaLibrary) -> Bool { first.documents == second.documents }

    /// A whole document.
    public subscript(uri: String) -> JSONTree? { documents[uri] }

    /// A schema inside a document.
    public subscript(place: SchemaPlace) -> JSONTree? { documents[place.uri]?[place.pointer] }

    /// The schema that a `$ref` at a place names, or nil when it leads nowhere (JSON Schema 2020-12, section 8.2).
    public func target(of reference: String, from place: SchemaPlace) -> SchemaPlace? {
        let local = resource(around: place)
        let uri = URIReference(reference).resolved(against: URIReference(names.uri(of: local)))
        guard let resource = names[uri.withoutFragment.text],
            let fragment = URIReference.percentDecoded(uri.fragment ?? "")
        else { return nil }
        if fragment.isEmpty { return resource }
        guard fragment.hasPrefix("/") else { return names.anchor(fragment, of: resource) }
        guard let pointer = JSONPointer(fragment) else { return nil }
        let target = resource.below(pointer.tokens)
        return self[target] == nil ? nil : target
    }

    /// The innermost resource around a place: references are resolved against its URI.
    private func resource(around place: SchemaPlace) -> SchemaPlace {
        var pointer: JSONPointer? = place.pointer
        while let current = pointer {
            let holder = SchemaPlace(uri: place.uri, pointer: current)
            if names.holds(holder) { return holder }
            pointer = current.parent
        }
        return SchemaPlace(uri: place.uri, pointer: .root)
    }
}

extension SchemaLibrary {
    /// Keywords that may stand beside a reference without saying anything.
    private static let silent: Set<String> = ["$schema", "$id", "$defs", "$comment", "title", "description"]

    /// Where a schema leads that does nothing but refer to another one; nil for any other.
    package func onlyReference(at place: SchemaPlace) -> SchemaPlace? {
        var current = place
        // A circle of bare references is refused by the compiler; the bound is for models of what was not compiled.
        for _ in 0..<64 {
            guard let schema = self[current], let reference = schema["$ref"]?.string,
                let target = target(of: reference, from: current),
                schema.members?.allSatisfy({ $0.name == "$ref" || Self.silent.contains($0.name) }) ?? false
            else { break }
            current = target
        }
        return current == place ? nil : current
    }

    /// The schemas right inside the one at a place, by any keyword but `$defs`, which none applies by.
    package func subschemas(of place: SchemaPlace) -> [SchemaPlace] {
        (self[place]?.members ?? []).filter { $0.name != "$defs" }
            .flatMap { SchemaKeyword.shape(of: $0.name)?.subschemas($0.name, $0.value) ?? [] }
            .map { place.below($0.0) }
    }

    /// The documents, in their order.
    package var trees: [JSONTree] { uris.compactMap { documents[$0] } }

    /// How many members of all documents, at any depth, have one of some names.
    package func count(ofMembers names: Set<String>) -> Int {
        var count = 0
        _ = contains { tree in
            count += (tree.members ?? []).count { names.contains($0.name) }
            return false
        }
        return count
    }

    /// Whether any value of any document satisfies a condition.
    package func contains(_ condition: (JSONTree) -> Bool) -> Bool {
        var waiting = Array(documents.values)
        while let tree = waiting.popLast() {
            if condition(tree) { return true }
            waiting += tree.elements ?? []
            waiting += (tree.members ?? []).map(\.value)
        }
        return false
    }
}
