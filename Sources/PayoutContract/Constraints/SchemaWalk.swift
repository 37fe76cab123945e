public import PayoutVectors
public import StrictJSON

/// A schema object and a value that it may apply to.
public struct SchemaSite: Hashable, Sendable {
    /// The schema object.
    public let schema: SchemaPlace
    /// The value's place in the message.
    public let instance: JSONPointer
    /// Whether there is a value; else the object around it could have the member and does not.
    public let isPresent: Bool
    /// Whether the way leads through `x-should`, so that what fails here is advice.
    public let isAdvisory: Bool
    /// Whether the way leads through a condition, its consequences or a branch, so that the schema object may not apply.
    public let isConditional: Bool
    /// The outermost `anyOf` or `oneOf` on the way that has a rule of its own: the findings of its branches belong to it.
    public let choice: Choice?

    /// A choice between schemas, with its rule.
    public struct Choice: Hashable, Sendable {
        /// The rule of the keyword.
        public let rule: RuleID
        /// The value that the choice is about.
        public let instance: JSONPointer
    }
}

/// Leads through the schemas of a message beside a body, and tells which schema objects meet which values.
///
/// Conditions are not evaluated: both `then` and `else` and every branch are entered. So what a change of a schema
/// object can alter is always among its sites; whether it applies there, the check of the message tells.
public struct SchemaWalk: Sendable {
    /// The most elements of an array that are entered; further ones meet the same schemas.
    private static let elementLimit = 4

    private let library: SchemaLibrary

    /// Makes walks through the schemas of a library.
    public init(_ library: SchemaLibrary) {
        self.library = library
    }

    /// The sites of a body that is checked by the schema `uri`, in the order in which the schemas meet it.
    public func sites(of body: JSONTree, schema uri: String) -> [SchemaSite] {
        var walker = Walker(library: library)
        walker.enter(SchemaPlace(uri: uri, pointer: .root), body, at: .root, way: Way())
        return walker.sites
    }

    /// What the way to a schema object says about its findings.
    private struct Way: Hashable {
        var isAdvisory = false
        var isConditional = false
        var choice: SchemaSite.Choice?
    }

    private struct Walker {
        struct Visit: Hashable {
            let schema: SchemaPlace
            let instance: JSONPointer
            let way: Way
        }

        /// The keywords whose subschemas apply whenever the schema object around them does.
        static let unconditional: Set<String> = ["allOf", RuleMap.adviceKeyword]

        let library: SchemaLibrary
        var sites: [SchemaSite] = []
        var visited: Set<Visit> = []

        mutating func enter(
            _ place: SchemaPlace,
            _ value: JSONTree?,
            at pointer: JSONPointer,
            way: Way
        ) {
            guard let schema = library[place], schema.members != nil,
                visited.insert(Visit(schema: place, instance: pointer, way: way)).inserted
            else { return }
            sites.append(
                SchemaSite(
                    schema: place,
                    instance: pointer,
                    isPresent: value != nil,
                    isAdvisory: way.isAdvisory,
                    isConditional: way.isConditional,
                    choice: way.choice
                )
            )
            if let reference = schema["$ref"]?.string, let target = library.target(of: reference, from: place) {
                enter(target, value, at: pointer, way: way)
            }
            for member in schema.members ?? [] {
                if let shape = SchemaKeyword.inPlace[member.name] {
                    var inner = way
                    inner.isAdvisory = way.isAdvisory || member.name == RuleMap.adviceKeyword
                    inner.isConditional = way.isConditional || !Self.unconditional.contains(member.name)
                    inner.choice = way.choice ?? choice(member.name, of: schema, at: pointer)
                    for (tokens, _) in shape.subschemas(member.name, member.value) {
                        enter(place.below(tokens), value, at: pointer, way: inner)
                    }
                } else if let value, SchemaKeyword.inside[member.name] != nil {
                    enterChildren(member.name, member.value, of: place, value, at: pointer, way: way)
                }
            }
        }

        private func choice(_ keyword: String, of schema: JSONTree, at pointer: JSONPointer) -> SchemaSite.Choice? {
            guard keyword == "anyOf" || keyword == "oneOf",
                let rule = schema[RuleMap.rulesKeyword]?[keyword]?.string
            else { return nil }
            return SchemaSite.Choice(rule: RuleID(rawValue: rule), instance: pointer)
        }

        private mutating func enterChildren(
            _ keyword: String,
            _ argument: JSONTree,
            of place: SchemaPlace,
            _ value: JSONTree,
            at pointer: JSONPointer,
            way: Way
        ) {
            switch (keyword, value) {
            case ("properties", .object):
                for property in argument.members ?? [] {
                    let child = pointer.appending(property.name)
                    enter(place.appending(keyword, property.name), value[property.name], at: child, way: way)
                }
            case ("patternProperties", .object(let members)):
                for pattern in argument.members ?? [] {
                    for member in members {
                        let child = pointer.appending(member.name)
                        enter(place.appending(keyword, pattern.name), member.value, at: child, way: way)
                    }
                }
            case ("additionalProperties", .object(let members)), ("unevaluatedProperties", .object(let members)):
                for member in members {
                    enter(place.appending(keyword), member.value, at: pointer.appending(member.name), way: way)
                }
            case ("propertyNames", .object(let members)):
                for member in members {
                    let name = JSONTree.string(member.name)
                    enter(place.appending(keyword), name, at: pointer.appending(member.name), way: way)
                }
            case ("items", .array(let elements)), ("contains", .array(let elements)),
                ("unevaluatedItems", .array(let elements)):
                for (position, element) in elements.prefix(SchemaWalk.elementLimit).enumerated() {
                    enter(place.appending(keyword), element, at: pointer.appending(position), way: way)
                }
            case ("prefixItems", .array(let elements)):
                for (position, element) in elements.enumerated().prefix(argument.elements?.count ?? 0) {
                    let child = place.appending(keyword, String(position))
                    enter(child, element, at: pointer.appending(position), way: way)
                }
            default:
                break
            }
        }
    }
}
