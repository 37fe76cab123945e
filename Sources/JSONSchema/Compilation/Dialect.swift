import StrictJSON

/// What `$schema` says about the keywords of a resource.
struct Dialect {
    var vocabularies: Set<Vocabulary>
    var assertsFormat: Bool

    /// All of draft 2020-12, `format` as an annotation.
    static let standard = Dialect(vocabularies: Set(Vocabulary.allCases), assertsFormat: false)

    private init(vocabularies: Set<Vocabulary>, assertsFormat: Bool) {
        self.vocabularies = vocabularies
        self.assertsFormat = assertsFormat
    }

    /// Reads the dialect from the metaschema that `uri` names (core 8.1.2).
    init(uri: String?, registry: SchemaRegistry, resource: ResourceName) throws(SchemaError) {
        guard let uri else {
            self = .standard
            return
        }
        let absolute = URIReference(uri).withoutFragment.text
        guard absolute != "\(Metaschemas.base)schema" else {
            self = .standard
            return
        }
        guard let entry = registry.entry(absolute) else {
            throw SchemaError(
                code: .unknownDialect,
                schemaURI: resource.uri,
                pointer: JSONPointer(tokens: ["$schema"]),
                detail: "the registry does not hold the metaschema \(absolute)"
            )
        }
        let schema = JSONValue(
            document: entry.document.document,
            index: entry.document.resources[entry.resource].root
        )
        guard let stated = schema["$vocabulary"], stated.kind == .object else {
            self = .standard
            return
        }
        vocabularies = [.core]
        assertsFormat = false
        for member in stated.members {
            if let vocabulary = Vocabulary.named[member.name] {
                vocabularies.insert(vocabulary)
                if vocabulary == .formatAssertion {
                    assertsFormat = true
                    vocabularies.insert(.formatAnnotation)
                }
            } else if member.value.boolean == true {
                throw SchemaError(
                    code: .unknownVocabulary,
                    schemaURI: resource.uri,
                    pointer: JSONPointer(tokens: ["$schema"]),
                    detail: "the dialect requires the vocabulary \(member.name)"
                )
            }
        }
    }
}
