import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// Reads the schema objects that apply to one value into their normal form.
struct NormalSchemaReader {

    /// What one schema object says about members by their names.
    struct ObjectPart {
        var members: [(name: String, place: SchemaPlace)] = [] {
            didSet { positions = Dictionary(grouping: members.indices) { members[$0].name } }
        }
        private var positions: [String: [Int]] = [:]
        var patterns: [(text: String, place: SchemaPlace)] = [] {
            didSet { matchers = patterns.map { try? PatternCache.pattern($0.text) } }
        }
        private var matchers: [Pattern?] = []
        var additional: SchemaPlace?

        /// The schemas of the member called `name`.
        func schemas(of name: String) -> [SchemaPlace] {
            // Names that are equal in Unicode's eyes may differ in their bytes, and count as two in JSON.
            var found = (positions[name] ?? []).map { members[$0] }
                .filter { $0.name.utf8.elementsEqual(name.utf8) }
                .map(\.place)
            for (pattern, matcher) in zip(patterns, matchers) where matcher?.matches(name) ?? false {
                found.append(pattern.place)
            }
            if found.isEmpty, let additional { found = [additional] }
            return found
        }
    }

    /// What one schema object says about elements by their positions.
    struct ArrayPart {
        var prefix: [SchemaPlace] = []
        var rest: SchemaPlace?
    }

    let model: SchemaModel
    var schema = NormalSchema()
    var objectParts: [ObjectPart] = []
    var arrayParts: [ArrayPart] = []
    var advice: [SchemaPlace] = []
    var nameSchemas: [SchemaPlace] = []
    var dependents: [String: [SchemaPlace]] = [:]
    private var waiting: [SchemaPlace] = []
    private var seen: Set<SchemaPlace> = []
    private var scopes = EvaluationScopes()

    init(model: SchemaModel) {
        self.model = model
    }

    /// The normal form of the schemas with these numbers.
    mutating func read(_ numbers: [Int]) -> NormalSchema {
        schema.parts = numbers
        waiting = numbers.map(model.place).reversed()
        while let place = waiting.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch model.library[place] {
            case .boolean(false): schema.isNever = true
            case .object(let members):
                scopes.current = place
                read(members, at: place)
            default: break
            }
        }
        joinMembers()
        joinElements()
        joinUnevaluated()
        if !advice.isEmpty { schema.advice = model.node(advice) }
        if !nameSchemas.isEmpty { schema.nameSchema = model.node(nameSchemas) }
        schema.dependentSchemas = dependents.mapValues(model.node)
        simplifyProhibitions()
        schema.canonicalize()
        return schema
    }

    /// Adds a schema that applies to the same value.
    mutating func enter(_ place: SchemaPlace) {
        scopes.enter(place)
        waiting.append(place)
    }

    private mutating func read(_ members: [JSONTree.Member], at place: SchemaPlace) {
        var object = ObjectPart()
        var array = ArrayPart()
        for member in members {
            let inside = place.appending(member.name)
            scopes.take(member.name)
            switch member.name {
            case "properties":
                object.members = Self.named(member.value, at: inside)
            case "patternProperties":
                object.patterns = Self.named(member.value, at: inside).map { ($0.name, $0.place) }
            case "additionalProperties": object.additional = inside
            case "prefixItems": array.prefix = Self.listed(member.value, at: inside)
            case "items": array.rest = inside
            case "unevaluatedProperties", "unevaluatedItems": scopes.askers.append((place, member.name))
            default: readKeyword(member, at: place, inside: inside, beside: members)
            }
        }
        if !object.members.isEmpty || !object.patterns.isEmpty || object.additional != nil {
            objectParts.append(object)
        }
        if !array.prefix.isEmpty || array.rest != nil { arrayParts.append(array) }
    }

    static func named(_ tree: JSONTree, at place: SchemaPlace) -> [(name: String, place: SchemaPlace)] {
        (tree.members ?? []).map { ($0.name, place.appending($0.name)) }
    }

    static func listed(_ tree: JSONTree, at place: SchemaPlace) -> [SchemaPlace] {
        (tree.elements ?? []).indices.map { place.appending(String($0)) }
    }

    private mutating func joinMembers() {
        for part in objectParts {
            for member in part.members {
                if schema.members[member.name] != nil {
                    let isSame = schema.names.contains { $0.utf8.elementsEqual(member.name.utf8) }
                    if !isSame { doubt("properties", .string(member.name)) }
                    continue
                }
                schema.names.append(member.name)
                schema.members[member.name] = model.node(objectParts.flatMap { $0.schemas(of: member.name) })
            }
        }
        for pattern in Set(objectParts.flatMap { $0.patterns.map(\.text) }) {
            let places = objectParts.flatMap { part -> [SchemaPlace] in
                let own = part.patterns.filter { $0.text == pattern }.map(\.place)
                return own.isEmpty ? [part.additional].compactMap(\.self) : own
            }
            schema.patternMembers[pattern] = model.node(places)
        }
        let others = objectParts.compactMap(\.additional)
        if !others.isEmpty { schema.others = model.node(others) }
    }

    private mutating func joinElements() {
        let count = arrayParts.map(\.prefix.count).max() ?? 0
        schema.prefix = (0..<count)
            .map { position in
                model.node(
                    arrayParts.compactMap { position < $0.prefix.count ? $0.prefix[position] : $0.rest }
                )
            }
        let rest = arrayParts.compactMap(\.rest)
        if !rest.isEmpty { schema.rest = model.node(rest) }
    }

    private mutating func joinUnevaluated() {
        for (place, keyword) in scopes.askers {
            let element = model.node([place.appending(keyword)])
            let scope = scopes.isWhole(place) ? nil : model.node([place])
            schema.unevaluated.append(NormalSchema.Unevaluated(keyword: keyword, element: element, scope: scope))
        }
    }

    /// Takes note of what this model does not understand: it may depend on anything that the schemas say.
    mutating func doubt(_ keyword: String, _ value: JSONTree) {
        schema.opaque[keyword, default: []].formUnion([value, .string(model.libraryDigest)])
    }

    /// A negation of nothing but types, or of everything, is said by the allowed types.
    private mutating func simplifyProhibitions() {
        var kept: [NormalSchema.NodeID] = []
        for id in schema.prohibitions {
            let negated = model[id]
            if negated.isNever { continue }
            var rest = negated
            rest.types = .all
            if rest.isTrivial {
                schema.types.subtract(negated.types)
            } else {
                kept.append(id)
            }
        }
        schema.prohibitions = kept
    }
}
