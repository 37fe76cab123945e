import PayoutVectors
import StrictJSON

extension AnnotationPlan {
    /// The annotation keywords that say something other than a value check; any further `x-` keyword is a mistake.
    private static let otherKeywords: Set<String> = [
        RuleMap.rulesKeyword, RuleMap.adviceKeyword, RuleMap.insteadKeyword, "x-echo", "x-sensitive",
    ]

    /// Makes the plan of the message whose schemas these are.
    ///
    /// - Throws: an error for a reference that leads nowhere and for an unknown annotation.
    init(_ schemas: SchemaSet, blindCheck: String? = nil) throws(ContractError) {
        var builder = Builder(set: schemas, blindCheck: blindCheck)
        if let root = schemas.root { _ = builder.place(of: root) }
        places = try builder.finish()
    }

    private struct Builder {
        private let set: SchemaSet
        private let blindCheck: String?
        private var places: [Place] = []
        private var schemas: [JSONValue] = []
        private var indexes: [SchemaKey: Int] = [:]

        /// A schema object: its document's `$id` and its place on the document's tape.
        private struct SchemaKey: Hashable {
            let uri: String
            let index: Int

            init(_ schema: JSONValue) {
                uri = schema.document.root["$id"]?.string ?? ""
                index = schema.index
            }
        }

        init(set: SchemaSet, blindCheck: String?) {
            self.set = set
            self.blindCheck = blindCheck
        }

        /// The place that a schema describes; it is filled later, since schemas may refer to themselves.
        mutating func place(of schema: JSONValue) -> Int {
            let key = SchemaKey(schema)
            if let index = indexes[key] { return index }
            indexes[key] = places.count
            places.append(Place())
            schemas.append(schema)
            return places.count - 1
        }

        /// Fills every place that was asked for, and those that these ask for.
        mutating func finish() throws(ContractError) -> [Place] {
            var next = 0
            while next < places.count {
                for schema in try sameLocation(schemas[next]) { try read(schema, into: next) }
                next += 1
            }
            return places
        }

        /// A schema and all that apply at its location with it, by `$ref` and `allOf`.
        private func sameLocation(_ schema: JSONValue) throws(ContractError) -> [JSONValue] {
            var found: [JSONValue] = []
            var seen: Set<SchemaKey> = []
            var waiting = [schema]
            while let schema = waiting.popLast() {
                guard schema.kind == .object, seen.insert(SchemaKey(schema)).inserted else { continue }
                found.append(schema)
                if let all = schema["allOf"] { waiting += all.elements }
                if let reference = schema["$ref"]?.string { waiting.append(try target(of: reference, in: schema)) }
            }
            return found
        }

        private func target(of reference: String, in schema: JSONValue) throws(ContractError) -> JSONValue {
            guard let target = set.target(of: reference, in: schema) else {
                throw ContractError(
                    code: .unusableSchema,
                    description: "the reference \(reference) in \(SchemaKey(schema).uri) leads nowhere"
                )
            }
            return target
        }

        private mutating func read(_ schema: JSONValue, into index: Int) throws(ContractError) {
            for member in schema.members {
                switch member.name {
                case "properties": readProperties(member.value, into: index)
                case "items" where member.value.kind == .object: places[index].items.append(place(of: member.value))
                case "x-echo":
                    if let pointer = member.value.string.flatMap(JSONPointer.init) {
                        places[index].echoes.append(pointer)
                    }
                case "x-sensitive": places[index].isSensitive = true
                case let keyword where keyword.hasPrefix("x-") && !AnnotationPlan.otherKeywords.contains(keyword):
                    places[index].checks += try checks(keyword, member.value, in: schema)
                default: break
                }
            }
        }

        private mutating func readProperties(_ properties: JSONValue, into index: Int) {
            for property in properties.members {
                let child = place(of: property.value)
                let instead = property.value[RuleMap.insteadKeyword]?.string
                let bytes = property.nameBytes
                if let known = places[index].members.firstIndex(where: { $0.nameBytes == bytes }) {
                    places[index].members[known].places.append(child)
                    if let instead { places[index].members[known].instead = instead }
                } else {
                    places[index].members
                        .append(
                            Member(name: property.name, nameBytes: bytes, places: [child], instead: instead)
                        )
                }
            }
        }

        /// The checks that an annotation asks for: its value is a rule, or an object of rules and numbers.
        private func checks(
            _ keyword: String,
            _ value: JSONValue,
            in schema: JSONValue
        ) throws(ContractError) -> [Check] {
            let isBlind = keyword == blindCheck
            guard let check = isBlind ? ValueCheck.blind(keyword) : ValueCheck.named(keyword) else {
                throw ContractError(
                    code: .unusableSchema,
                    description: "\(SchemaKey(schema).uri) has the annotation \(keyword), which means nothing here"
                )
            }
            if let rule = value.string { return [Check(check: check, rule: RuleID(rawValue: rule), limit: 0)] }
            return value.members.map { member in
                let limit = member.value.number?.int64.flatMap { Int(exactly: $0) }
                return Check(check: check, rule: RuleID(rawValue: member.name), limit: limit ?? 0)
            }
        }
    }
}
