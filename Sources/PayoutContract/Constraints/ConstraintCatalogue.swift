public import PayoutVectors
import StrictJSON

/// Every constraint of every schema of the contract, in the order of files and of keywords in them.
///
/// Not constraints: annotations without effect, `format` (an annotation in the 2020-12 dialect), and the lists of known
/// names beside `additionalProperties` in `x-should`, whose entries are `true`.
public struct ConstraintCatalogue: Sendable {
    /// The constraints.
    public let all: [Constraint]

    /// Lists the constraints of a library.
    ///
    /// - Throws: an error for a keyword that this catalogue does not know, so that none is passed over in silence.
    public init(_ library: SchemaLibrary, rules: RuleRegister) throws(ContractError) {
        var collector = Collector(library: library, register: rules)
        for uri in library.uris {
            guard let document = library[uri] else { continue }
            try collector.collect(document, at: SchemaPlace(uri: uri, pointer: .root), in: .asserted)
        }
        all = collector.found
    }

    /// The constraints that a schema object states itself.
    public func constraints(of place: SchemaPlace) -> [Constraint] { all.filter { $0.schema == place } }
}

extension ConstraintCatalogue {
    /// Where a schema object stands.
    fileprivate struct Surroundings {
        var role: Constraint.Role
        /// The rules of the choice or of the decision around it.
        var rules: [RuleID]

        static let asserted = Surroundings(role: .assertion, rules: [])
    }

    private struct Collector {
        let library: SchemaLibrary
        let register: RuleRegister
        var found: [Constraint] = []

        mutating func collect(
            _ schema: JSONTree,
            at place: SchemaPlace,
            in surroundings: Surroundings
        ) throws(ContractError) {
            for member in schema.members ?? [] {
                let keyword = member.name
                if SchemaKeyword.constraints.contains(keyword) || SchemaKeyword.isCheck(keyword) {
                    add(keyword, member.value, of: schema, at: place, in: surroundings)
                } else if SchemaKeyword.closing.contains(keyword), member.value == .boolean(false) {
                    add(keyword, member.value, of: schema, at: place, in: surroundings)
                }
                if let shape = SchemaKeyword.shape(of: keyword) {
                    let decided = rulesDecided(by: keyword, in: schema, at: place)
                    let inner = surroundings.inside(keyword, rules: decided)
                    for (tokens, subschema) in shape.subschemas(keyword, member.value) {
                        let below = SchemaPlace(
                            uri: place.uri,
                            pointer: JSONPointer(tokens: place.pointer.tokens + tokens)
                        )
                        try collect(subschema, at: below, in: inner)
                    }
                } else if !SchemaKeyword.isKnown(keyword) {
                    throw ContractError(
                        code: .unusableSchema,
                        description: "\(place) has the keyword \(keyword), which the list of constraints does not know"
                    )
                }
            }
        }

        private mutating func add(
            _ keyword: String,
            _ value: JSONTree,
            of schema: JSONTree,
            at place: SchemaPlace,
            in surroundings: Surroundings
        ) {
            let own =
                keyword == "if"
                ? rulesDecided(by: keyword, in: schema, at: place) : rules(of: keyword, value, in: schema)
            let rules: [RuleID] =
                switch surroundings.role {
                case .assertion, .advice: own
                case .alternative: (surroundings.rules + own).unique
                case .condition: surroundings.rules
                }
            found.append(
                Constraint(
                    schema: place,
                    keyword: keyword,
                    value: value,
                    role: keyword == "if" && !rules.isEmpty ? .condition : surroundings.role,
                    rules: rules.isEmpty ? [RuleMap.fallback] : rules
                )
            )
        }

        /// The rules of a keyword, as `RuleMap` decides them.
        private func rules(of keyword: String, _ value: JSONTree, in schema: JSONTree) -> [RuleID] {
            if keyword == SchemaKeyword.echo { return ["SESSION.ECHO"] }
            if SchemaKeyword.isCheck(keyword) {
                if let rule = value.string { return [RuleID(rawValue: rule)] }
                return (value.members ?? []).map { RuleID(rawValue: $0.name) }
            }
            if let rule = schema[RuleMap.rulesKeyword]?[keyword]?.string { return [RuleID(rawValue: rule)] }
            return [register.defaultRule(forKeyword: keyword)?.id ?? RuleMap.fallback]
        }

        /// The rules that hang on what a keyword's subschemas decide; empty when they decide nothing.
        private func rulesDecided(by keyword: String, in schema: JSONTree, at place: SchemaPlace) -> [RuleID] {
            switch keyword {
            case "if":
                let consequences = ["then", "else"].compactMap { schema[$0] }
                let stated = consequences.flatMap { rulesStated(in: $0) }
                guard stated.isEmpty else { return stated.unique }
                // Consequences that only refer to other schemas decide about what those say.
                return consequences.flatMap { rulesReferred(by: $0, at: place) }.unique
            case "not", "anyOf", "oneOf", "contains":
                return schema[keyword].map { rules(of: keyword, $0, in: schema) } ?? []
            default:
                return []
            }
        }

        /// The keywords whose subschemas find nothing wrong by themselves.
        private static let conditions: Set<String> = ["if", "not", "contains"]

        /// The rules of the constraints in the schemas that a schema and those below it refer to, from the resource around a place.
        private func rulesReferred(by schema: JSONTree, at place: SchemaPlace) -> [RuleID] {
            var referred: [RuleID] = []
            if let reference = schema["$ref"]?.string, let target = library.target(of: reference, from: place) {
                referred = library[target].map { rulesStated(in: $0) } ?? []
            }
            for member in schema.members ?? [] where !Self.conditions.contains(member.name) {
                for (_, subschema) in SchemaKeyword.shape(of: member.name)?.subschemas(member.name, member.value) ?? []
                {
                    referred += rulesReferred(by: subschema, at: place)
                }
            }
            return referred
        }

        /// The rules of every constraint in a schema and below it, without what it refers to.
        private func rulesStated(in schema: JSONTree) -> [RuleID] {
            var stated: [RuleID] = []
            for member in schema.members ?? [] {
                if SchemaKeyword.constraints.contains(member.name), member.name != "if" {
                    stated += rules(of: member.name, member.value, in: schema)
                }
                guard !Self.conditions.contains(member.name) else { continue }
                for (_, subschema) in SchemaKeyword.shape(of: member.name)?.subschemas(member.name, member.value) ?? []
                {
                    stated += rulesStated(in: subschema)
                }
            }
            return stated
        }
    }
}

extension ConstraintCatalogue.Surroundings {
    /// The surroundings of the subschemas of a keyword.
    fileprivate func inside(_ keyword: String, rules decided: [RuleID]) -> Self {
        switch keyword {
        case "if", "not", "contains":
            return role == .condition ? self : Self(role: .condition, rules: decided)
        case "anyOf", "oneOf":
            return role == .condition ? self : Self(role: .alternative, rules: (rules + decided).unique)
        case RuleMap.adviceKeyword:
            return role == .condition ? self : Self(role: .advice, rules: [])
        default:
            return self
        }
    }
}

extension SchemaKeyword {
    /// How the value of a keyword holds schema objects; nil when it holds none.
    static func shape(of keyword: String) -> Shape? {
        keyword == "$defs" ? .map : inPlace[keyword] ?? inside[keyword]
    }

    /// Whether the catalogue knows what the keyword does.
    static func isKnown(_ keyword: String) -> Bool {
        constraints.contains(keyword) || silent.contains(keyword) || isCheck(keyword)
    }
}

extension SchemaKeyword.Shape {
    /// The subschemas in a keyword's value, each with the tokens that lead to it from the schema object.
    func subschemas(_ keyword: String, _ value: JSONTree) -> [([String], JSONTree)] {
        switch self {
        case .one: [([keyword], value)]
        case .list: (value.elements ?? []).enumerated().map { ([keyword, String($0.offset)], $0.element) }
        case .map: (value.members ?? []).map { ([keyword, $0.name], $0.value) }
        }
    }
}
