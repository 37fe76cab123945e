import JSONSchema
import PayoutContract
import PayoutRegression
import StrictJSON

/// Finds bodies that tell a condition from a changed one.
///
/// A condition breaks nothing by itself, so the schema object around it is asked: a body that it accepts as it stands,
/// and would refuse with the change, shows that the condition is met where it has to be and nowhere else.
struct ConditionSearch {
    private static let bodyLimit = 60
    /// Changed bodies are many for each body, so fewer are changed.
    private static let changedBodyLimit = 24

    private let library: SchemaLibrary
    /// The registry of all documents but one, by that one: it is replaced again and again.
    private let others: [String: SchemaRegistry]

    init(_ library: SchemaLibrary) throws(ContractError) {
        self.library = library
        var documents: [(uri: String, document: JSONDocument)] = []
        for uri in library.uris {
            guard let tree = library[uri], let document = try? JSONDocument(parsing: JSONWriter.compact.write(tree))
            else {
                continue
            }
            documents.append((uri, document))
        }
        var others: [String: SchemaRegistry] = [:]
        for uri in library.uris {
            var registry = SchemaRegistry()
            do throws(SchemaError) {
                for other in documents where other.uri != uri { try registry.add(other.document) }
            } catch {
                throw ContractError(code: .unusableSchema, description: error.description)
            }
            others[uri] = registry
        }
        self.others = others
    }

    /// The first body of the pool that the contract accepts and the changed one does not; nil when there is none.
    func body(telling constraint: Constraint, from alteration: Alteration, in pool: BodyPool) -> AcceptedBody? {
        let owner = constraint.owner
        guard let pair = schemas(constraint, alteration) else { return nil }
        for meeting in pool.present(owner).prefix(Self.bodyLimit) {
            if let value = meeting.value, pair.disagree(about: value) { return meeting.body }
        }
        return nil
    }

    /// A changed body that tells a condition from a changed one.
    struct ConditionProbe {
        let base: AcceptedBody
        let title: String
        let body: JSONTree
    }

    /// Bodies with another value, or none, in the place that the condition looks at, on which the two schemas disagree.
    func probes(_ constraint: Constraint, _ alteration: Alteration, in pool: BodyPool) -> [ConditionProbe] {
        guard let pair = schemas(constraint, alteration) else { return [] }
        var probes: [ConditionProbe] = []
        var values: Set<JSONTree> = []
        for owner in pool.present(constraint.owner) {
            let place = owner.site.instance
            // What other bodies have in this place may be the same.
            guard values.count < Self.changedBodyLimit, let own = owner.value, values.insert(own).inserted else {
                continue
            }
            let below = pool.meetings(of: constraint.schema, in: owner.body).filter { place.isPrefix(of: $0.instance) }
            for (title, body) in below.flatMap({ Self.changes(of: owner.body.tree, at: $0, by: constraint) }) {
                guard let value = body[place], pair.disagree(about: value) else { continue }
                probes.append(ConditionProbe(base: owner.body, title: title, body: body))
            }
        }
        return Array(probes.prefix(Self.bodyLimit))
    }

    private static func changes(
        of body: JSONTree,
        at site: SchemaSite,
        by constraint: Constraint
    ) -> [(title: String, body: JSONTree)] {
        let name = Wording.name(of: site.instance)
        var changes: [(title: String, body: JSONTree)] = []
        if site.isPresent, !site.instance.tokens.isEmpty {
            changes.append(("No \(name)", body.removing(site.instance)))
        }
        for member in constraint.value.elements?.compactMap(\.string) ?? [] {
            let place = site.instance.appending(member)
            if body[place] != nil { changes.append(("\(name) without \(member)", body.removing(place))) }
            changes.append(("\(member) in \(name) is null", body.setting(place, to: .null)))
        }
        for value in [constraint.value] + SampleValues.ofType.map(\.value) where value != body[site.instance] {
            changes.append(("\(name) as \(Wording.kind(value))", body.setting(site.instance, to: value)))
        }
        return changes
    }

    /// The schema object around a constraint as it stands, and with a change.
    private struct Pair {
        let original: Schema
        let changed: Schema

        func disagree(about value: JSONTree) -> Bool {
            guard let document = try? JSONDocument(parsing: JSONWriter.compact.write(value)) else { return false }
            return ConditionSearch.failures(original, document) != ConditionSearch.failures(changed, document)
        }
    }

    private func schemas(_ constraint: Constraint, _ alteration: Alteration) -> Pair? {
        let owner = constraint.owner
        guard let original = schema(owner, constraint, constraint.value),
            let changed = schema(owner, constraint, alteration.replacement)
        else { return nil }
        return Pair(original: original, changed: changed)
    }

    private struct Failure: Hashable {
        let keyword: String
        let place: JSONPointer
        let isAdvisory: Bool
    }

    private static func failures(_ schema: Schema, _ document: JSONDocument) -> Set<Failure> {
        Set(
            schema.violations(in: document)
                .map { Failure(keyword: $0.keyword, place: $0.instanceLocation, isAdvisory: $0.isAdvisory) }
        )
    }

    /// The schema object `owner`, in whose document a keyword has another value.
    private func schema(_ owner: SchemaPlace, _ constraint: Constraint, _ value: JSONTree?) -> Schema? {
        guard var registry = others[owner.uri], var document = library[owner.uri] else { return nil }
        document[constraint.schema.pointer.appending(constraint.keyword)] = value
        guard let text = try? JSONDocument(parsing: JSONWriter.compact.write(document)),
            (try? registry.add(text)) != nil
        else { return nil }
        let options = SchemaOptions(advisoryKeyword: "x-should")
        return try? Schema(compiling: "\(owner.uri)#\(owner.pointer)", in: registry, options: options)
    }
}

extension Constraint {
    /// The schema object around the outermost condition or choice that the constraint stands in; its own where it
    /// stands in none.
    fileprivate var owner: SchemaPlace {
        var tokens: [String] = []
        var rest = schema.pointer.tokens[...]
        while let token = rest.popFirst() {
            if ["if", "not", "anyOf", "oneOf"].contains(token) { break }
            tokens.append(token)
            if ["properties", "patternProperties", "dependentSchemas", "$defs"].contains(token),
                let name = rest.popFirst()
            {
                tokens.append(name)
            }
        }
        return SchemaPlace(uri: schema.uri, pointer: JSONPointer(tokens: tokens))
    }
}
