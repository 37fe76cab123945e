import StrictJSON

@testable import PayoutRegression

/// Small schemas of every keyword, and values that have something to do with them, the same from the same seed.
struct RandomSchemas {
    static let names = ["a", "b", "c"]
    private static let strings = ["", "a", "ab", "b", "abc", "xyz", "1"]
    private static let numbers = ["0", "1", "2", "3", "-1", "1.5", "2.0", "10"]
    private static let patterns = ["^a", "^[ab]", "b$", "^[a-c]{1,2}$", "."]
    private static let types = ["null", "boolean", "integer", "number", "string", "array", "object"]
    private static let definitionCount = 3

    var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        // The lists of this file are not empty.
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    private mutating func some<Element>(_ elements: [Element], _ counts: ClosedRange<Int>) -> [Element] {
        Array(elements.shuffled(using: &random).prefix(Int.random(in: counts, using: &random)))
    }

    /// A schema with definitions.
    mutating func document() -> JSONTree {
        var definitions: JSONTree = .object([])
        for number in 0..<Self.definitionCount { definitions["d\(number)"] = schema(depth: 1, inside: number) }
        var root = schema(depth: 2, inside: -1)
        if root.members == nil { root = ["allOf": [root]] }
        // Alone such keywords meet too seldom what they ask for.
        if below(5) == 0 {
            root[pick(["unevaluatedProperties", "unevaluatedItems"])] = pick([false, ["type": "string"]])
        }
        root["$defs"] = definitions
        return root
    }

    /// A schema inside a definition: it applies those behind it alone to the same value, so that none applies itself.
    mutating func schema(depth: Int, inside number: Int) -> JSONTree {
        if below(14) == 0 { return below(3) > 0 ? true : false }
        var schema: JSONTree = .object([])
        for _ in 0...below(3) { add(to: &schema, depth: depth, inside: number) }
        return schema
    }

    /// Adds a keyword, or two that belong together.
    mutating func add(to schema: inout JSONTree, depth: Int, inside number: Int) {
        switch below(depth > 0 ? 30 : 13) {
        case 0, 1: schema["type"] = below(2) == 0 ? .string(pick(Self.types)) : .array(types())
        case 2: schema["enum"] = .array(distinct((0...below(3)).map { _ in value(depth: 1) }))
        case 3: schema["const"] = value(depth: 1)
        case 4: schema[pick(["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"])] = aNumber()
        case 5: schema["multipleOf"] = .number(JSONNumber(checked: pick(["1", "2", "0.5", "3"])))
        case 6: schema[pick(["minLength", "maxLength"])] = count()
        case 7: schema["pattern"] = .string(pick(Self.patterns))
        case 8: schema["required"] = .array(some(Self.names, 1...2).map { .string($0) })
        case 9: schema[pick(["minItems", "maxItems", "minProperties", "maxProperties"])] = count()
        case 10: schema["uniqueItems"] = below(4) > 0 ? true : false
        case 11:
            schema["dependentRequired"] = .object([.init(name: pick(Self.names), value: [.string(pick(Self.names))])])
        case 12: schema["format"] = .string(pick(["date", "email"]))
        case 13...16:
            var members = schema["properties"] ?? .object([])
            for name in some(Self.names, 1...2) { members[name] = inner(depth, number) }
            schema["properties"] = members
        case 17: schema["additionalProperties"] = inner(depth, number)
        case 18: schema["patternProperties"] = .object([.init(name: pick(Self.patterns), value: inner(depth, number))])
        case 19: schema["propertyNames"] = inner(0, number)
        case 20: schema["items"] = inner(depth, number)
        case 21: schema["prefixItems"] = .array((0...below(2)).map { _ in inner(depth, number) })
        case 22:
            schema["contains"] = inner(depth, number)
            if below(2) == 0 { schema["minContains"] = count() }
            if below(3) == 0 { schema["maxContains"] = count() }
        case 23: schema[pick(["allOf", "anyOf"])] = .array((0...below(2)).map { _ in same(depth, number) })
        case 24: schema["oneOf"] = .array((0...(1 + below(2))).map { _ in same(depth, number) })
        case 25: schema["not"] = same(depth, number)
        case 26:
            schema["if"] = same(depth, number)
            schema["then"] = same(depth, number)
            if below(2) == 0 { schema["else"] = same(depth, number) }
        case 27: schema["dependentSchemas"] = .object([.init(name: pick(Self.names), value: same(depth, number))])
        case 28: if number < Self.definitionCount - 1 { schema["$ref"] = reference(after: number) }
        default:
            if below(3) == 0 {
                schema[pick(["unevaluatedProperties", "unevaluatedItems"])] = below(2) == 0 ? false : inner(0, number)
            }
        }
    }

    /// A schema for the same value.
    private mutating func same(_ depth: Int, _ number: Int) -> JSONTree { schema(depth: depth - 1, inside: number) }

    /// A schema for a member or an element: it may refer to any definition.
    private mutating func inner(_ depth: Int, _ number: Int) -> JSONTree {
        if below(6) == 0 { return ["$ref": reference(after: -1)] }
        return schema(depth: depth - 1, inside: number)
    }

    private mutating func reference(after number: Int) -> JSONTree {
        .string("#/$defs/d\(Int.random(in: number + 1..<Self.definitionCount, using: &random))")
    }

    private mutating func types() -> [JSONTree] { some(Self.types, 1...3).map { .string($0) } }

    private mutating func aNumber() -> JSONTree { .number(JSONNumber(checked: pick(Self.numbers))) }

    private mutating func count() -> JSONTree { .number(JSONNumber(below(4))) }

    private func distinct(_ values: [JSONTree]) -> [JSONTree] {
        values.reduce(into: []) { found, value in
            if !found.contains(where: { JSONEquality.areEqual($0, value) }) { found.append(value) }
        }
    }

    /// A value.
    mutating func value(depth: Int) -> JSONTree {
        switch below(depth > 0 ? 10 : 6) {
        case 0: return below(2) == 0 ? .null : .boolean(below(2) == 0)
        case 1, 2: return aNumber()
        case 3...5: return .string(pick(Self.strings))
        case 6, 7: return .array((0..<below(4)).map { _ in value(depth: depth - 1) })
        default:
            var object: JSONTree = .object([])
            for name in some(Self.names + ["ab"], 0...3) { object[name] = value(depth: depth - 1) }
            return object
        }
    }
}
