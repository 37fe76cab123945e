import PayoutContract
import PayoutVectors
import StrictJSON

extension NormalSchemaReader {
    /// Keywords that say nothing about a value (core 8, validation 8 and 9), or are read with another one.
    private static let silent: Set<String> = [
        "$id", "$anchor", "$dynamicAnchor", "$comment", "$defs", "$vocabulary", "definitions", "title",
        "description", "default", "deprecated", "readOnly", "writeOnly", "contentEncoding",
        "contentMediaType", "contentSchema", "then", "else", "minContains", "maxContains",
    ]

    mutating func readKeyword(
        _ member: JSONTree.Member,
        at place: SchemaPlace,
        inside: SchemaPlace,
        beside members: [JSONTree.Member]
    ) {
        let value = member.value
        switch member.name {
        case "$ref": readReference(value, at: place)
        case "$schema": if !Self.isStandard(value) { doubt(member.name, value) }
        case "$dynamicRef": doubt(member.name, value)
        case "allOf": for branch in Self.listed(value, at: inside) { enter(branch) }
        case "anyOf", "oneOf": readChoice(value, isExclusive: member.name == "oneOf", at: inside)
        case "not": readNegation(at: inside)
        case "if": readCondition(at: place, beside: JSONTree.object(members))
        case "dependentSchemas":
            for (name, schema) in Self.named(value, at: inside) { dependents[name, default: []].append(schema) }
        case "contains": readContainment(value, at: inside, beside: JSONTree.object(members))
        case "propertyNames": nameSchemas.append(inside)
        case "x-should": advice.append(inside)
        case "x-rules": readRules(value)
        case "examples": schema.examples += value.elements ?? []
        case "x-echo": if let pointer = value.string { schema.echoes.insert(pointer) }
        case "x-sensitive": if let kind = value.string { schema.sensitivity.insert(kind) }
        case "x-instead": schema.instead = value.string
        case let name where Self.silent.contains(name): break
        case let name where ValueCheck.named(name) != nil: readCheck(name, value)
        default: readAssertion(member)
        }
    }

    private mutating func readReference(_ value: JSONTree, at place: SchemaPlace) {
        guard let reference = value.string, let target = model.library.target(of: reference, from: place) else {
            return doubt("$ref", value)
        }
        enter(target)
    }

    /// A choice of one branch, or with a branch that allows everything, is none; values and types are joined.
    private mutating func readChoice(_ value: JSONTree, isExclusive: Bool, at place: SchemaPlace) {
        let branches = Self.listed(value, at: place)
        if branches.count == 1 { return enter(branches[0]) }
        let nodes = branches.map { model.node([$0]) }
        let forms = nodes.map { model[$0] }
        if !isExclusive, model.unevaluatedCount == 0, forms.contains(where: \.isTrivial) { return }
        if let values = Self.joinedValues(forms, isExclusive: isExclusive) {
            restrict(values: values)
            for branch in branches { readRules(model.library[branch]?["x-rules"]) }
        } else if let types = Self.joinedTypes(forms) {
            schema.types.formIntersection(types)
            for branch in branches { readRules(model.library[branch]?["x-rules"]) }
        } else {
            schema.choices.append(NormalSchema.Choice(isExclusive: isExclusive, branches: nodes, origin: place))
        }
    }

    /// The values of branches that only list values.
    private static func joinedValues(_ forms: [NormalSchema], isExclusive: Bool) -> [JSONTree]? {
        var joined: [JSONTree] = []
        for form in forms {
            var rest = form
            rest.values = nil
            rest.types = .all
            guard let values = form.values, rest.isTrivial, rest.checks.isEmpty, rest.advice == nil else { return nil }
            for value in values {
                let isKnown = joined.contains { JSONEquality.areEqual($0, value) }
                if isKnown && isExclusive { return nil }
                if !isKnown { joined.append(value) }
            }
        }
        return joined
    }

    /// The types of branches that only name types, which do not overlap.
    private static func joinedTypes(_ forms: [NormalSchema]) -> ValueTypes? {
        var joined: ValueTypes = []
        for form in forms {
            var rest = form
            rest.types = .all
            guard rest.isTrivial, rest.checks.isEmpty, rest.advice == nil, joined.isDisjoint(with: form.types) else {
                return nil
            }
            joined.formUnion(form.types)
        }
        return joined
    }

    private mutating func readRules(_ value: JSONTree?) {
        for rule in value?.members ?? [] {
            if let id = rule.value.string { schema.rules[rule.name, default: []].insert(id) }
        }
    }

    /// A double negation is none.
    private mutating func readNegation(at place: SchemaPlace) {
        let node = model.node([place])
        var form = model[node]
        if form.isNever { return }
        if form.isTrivial, form.checks.isEmpty {
            schema.isNever = true
            return
        }
        if form.prohibitions.count == 1, let inner = form.prohibitions.popLast(), model.unevaluatedCount == 0,
            form.isTrivial, form.checks.isEmpty
        {
            for place in model.places(of: inner) { enter(place) }
        } else {
            schema.prohibitions.append(node)
        }
    }

    /// A condition that always or never holds is none.
    private mutating func readCondition(at place: SchemaPlace, beside members: JSONTree) {
        let then = members["then"] == nil ? nil : place.appending("then")
        let otherwise = members["else"] == nil ? nil : place.appending("else")
        let test = model.node([place.appending("if")])
        let form = model[test]
        if form.isNever {
            if let otherwise { enter(otherwise) }
        } else if form.isTrivial, form.checks.isEmpty {
            if let then { enter(then) }
        } else if then != nil || otherwise != nil || model.unevaluatedCount > 0 {
            schema.conditions.append(
                NormalSchema.Condition(
                    test: test,
                    then: then.map { model.node([$0]) },
                    otherwise: otherwise.map { model.node([$0]) },
                    origin: place
                )
            )
        }
    }

    private mutating func readContainment(_ value: JSONTree, at place: SchemaPlace, beside members: JSONTree) {
        let minimum = members["minContains"].flatMap(Self.count) ?? 1
        schema.contained.append(
            NormalSchema.Containment(
                element: model.node([place]),
                minimum: minimum,
                maximum: members["maxContains"].flatMap(Self.count)
            )
        )
    }

    private mutating func readCheck(_ keyword: String, _ value: JSONTree) {
        if let rule = value.string {
            schema.checks.insert(NormalSchema.Check(keyword: keyword, rule: RuleID(rawValue: rule), limit: 0))
        }
        for member in value.members ?? [] {
            let limit = Self.count(member.value) ?? 0
            schema.checks.insert(
                NormalSchema.Check(keyword: keyword, rule: RuleID(rawValue: member.name), limit: limit)
            )
        }
    }

    private mutating func readAssertion(_ member: JSONTree.Member) {
        let value = member.value
        switch member.name {
        case "type": schema.types.formIntersection(ValueTypes.of(keyword: value))
        case "enum": restrict(values: value.elements ?? [])
        case "const": restrict(values: [value])
        case "minimum": raise(value, isExclusive: false)
        case "exclusiveMinimum": raise(value, isExclusive: true)
        case "maximum": lower(value, isExclusive: false)
        case "exclusiveMaximum": lower(value, isExclusive: true)
        case "multipleOf": if let number = value.number { schema.multiples.insert(number) }
        case "minLength": schema.minimumLength = max(schema.minimumLength, Self.count(value) ?? 0)
        case "maxLength": schema.maximumLength = Self.least(schema.maximumLength, value)
        case "pattern": if let text = value.string { schema.patterns.insert(text) }
        case "format": if let name = value.string { schema.formats.insert(name) }
        case "minItems": schema.minimumCount = max(schema.minimumCount, Self.count(value) ?? 0)
        case "maxItems": schema.maximumCount = Self.least(schema.maximumCount, value)
        case "uniqueItems": schema.hasUniqueElements = schema.hasUniqueElements || value == true
        case "required": for name in (value.elements ?? []).compactMap(\.string) { require(name) }
        case "minProperties": schema.minimumMembers = max(schema.minimumMembers, Self.count(value) ?? 0)
        case "maxProperties": schema.maximumMembers = Self.least(schema.maximumMembers, value)
        case "dependentRequired":
            for dependency in value.members ?? [] {
                let names = (dependency.value.elements ?? []).compactMap(\.string)
                schema.dependentNames[dependency.name, default: []].formUnion(names)
            }
        default: schema.opaque[member.name, default: []].insert(value)
        }
    }

    /// Two names may be equal as strings and differ in their bytes: then one of them would go unnoticed.
    private mutating func require(_ name: String) {
        let known = schema.required.insert(name).memberAfterInsert
        if !known.utf8.elementsEqual(name.utf8) { doubt("required", .string(name)) }
    }

    private mutating func restrict(values: [JSONTree]) {
        let distinct = values.reduce(into: [JSONTree]()) { found, value in
            if !found.contains(where: { JSONEquality.areEqual($0, value) }) { found.append(value) }
        }
        schema.listed += distinct
        guard let present = schema.values else {
            schema.values = distinct
            return
        }
        schema.values = present.filter { value in distinct.contains { JSONEquality.areEqual($0, value) } }
    }

    private mutating func raise(_ value: JSONTree, isExclusive: Bool) {
        guard let number = value.number else { return }
        guard let present = schema.lower else {
            schema.lower = NormalSchema.Bound(value: number, isExclusive: isExclusive)
            return
        }
        if number > present.value || (number == present.value && isExclusive) {
            schema.lower = NormalSchema.Bound(value: number, isExclusive: isExclusive)
        }
    }

    private mutating func lower(_ value: JSONTree, isExclusive: Bool) {
        guard let number = value.number else { return }
        guard let present = schema.upper else {
            schema.upper = NormalSchema.Bound(value: number, isExclusive: isExclusive)
            return
        }
        if number < present.value || (number == present.value && isExclusive) {
            schema.upper = NormalSchema.Bound(value: number, isExclusive: isExclusive)
        }
    }

    /// A count; one that no value reaches is the largest there is.
    static func count(_ value: JSONTree) -> Int? {
        guard let number = value.number else { return nil }
        return number.int64.flatMap { Int(exactly: $0) } ?? (number > JSONNumber(Int64.max) ? .max : nil)
    }

    private static func isStandard(_ dialect: JSONTree) -> Bool {
        ["https://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2020-12/schema#"]
            .contains(dialect.string)
    }

    private static func least(_ present: Int?, _ value: JSONTree) -> Int? {
        guard let count = count(value) else { return present }
        return present.map { min($0, count) } ?? count
    }
}

/// Equality of values as JSON Schema means it (core 4.2.2): the order of members does not count.
enum JSONEquality {
    static func areEqual(_ first: JSONTree, _ second: JSONTree) -> Bool {
        canonical(first) == canonical(second)
    }

    /// The value with the members of each object in the order of their names, and each number in its one spelling.
    static func canonical(_ value: JSONTree) -> JSONTree {
        switch value {
        case .array(let elements): .array(elements.map(canonical))
        case .object(let members):
            .object(
                members.map { JSONTree.Member(name: $0.name, value: canonical($0.value)) }
                    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            )
        case .number(let number): .number(number.canonical)
        default: value
        }
    }
}
