/// Makes small schemas and instances that have something to do with one another, the same from the same seed.
struct SchemaGenerator {
    private static let names = ["a", "b", "ab", "", "é", "a~b", "a/b"]
    private static let strings = ["", "a", "ab", "ba", "é", "12", "a\\nb"]
    private static let numbers = ["0", "1", "-1", "2", "1.0", "1.5", "0.5", "1e2", "0.1", "-0", "12345678901234567890"]
    private static let patterns = ["^a", "b$", "^[a-z]+$", "[0-9]", "^$", "^.{2}$", "(ab)+", "\\\\bа|a\\\\b"]
    private static let types = ["null", "boolean", "object", "array", "number", "string", "integer"]

    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64.
    private mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[next(below: list.count)] }

    private mutating func quoted(_ list: [String]) -> String { "\"\(pick(list))\"" }

    private mutating func list(upTo count: Int, from least: Int = 0, of make: (inout Self) -> String) -> String {
        "[\((0..<least + next(below: count + 1 - least)).map { _ in make(&self) }.joined(separator: ","))]"
    }

    /// An object with distinct names.
    private mutating func object(upTo count: Int, named names: [String], of make: (inout Self) -> String) -> String {
        var chosen: [String] = []
        for _ in 0..<next(below: count + 1) {
            let name = pick(names)
            if !chosen.contains(name) { chosen.append(name) }
        }
        return "{\(chosen.map { "\"\($0)\":\(make(&self))" }.joined(separator: ","))}"
    }

    /// The text of an instance.
    mutating func instance(depth: Int = 0) -> String {
        switch next(below: depth > 2 ? 5 : 9) {
        case 0: "null"
        case 1: next(below: 2) == 0 ? "true" : "false"
        case 2, 3: pick(Self.numbers)
        case 4: quoted(Self.strings)
        case 5, 6: list(upTo: 4) { $0.instance(depth: depth + 1) }
        default: object(upTo: 5, named: Self.names) { $0.instance(depth: depth + 1) }
        }
    }

    /// The text of a schema with three definitions that references may lead to.
    mutating func document() -> String {
        let definitions =
            ["x", "y"].map { "\"\($0)\":\(schema(depth: 2, refers: false))" } + [
                #""z":{"$dynamicAnchor":"d","type":\#(quoted(Self.types))}"#
            ]
        return ##"{"allOf":[\##(schema(depth: 0))],"$defs":{\##(definitions.joined(separator: ","))}}"##
    }

    private mutating func schema(depth: Int, refers: Bool = true) -> String {
        if next(below: 12) == 0 { return next(below: 2) == 0 ? "true" : "false" }
        var members: [String: String] = [:]
        for _ in 0..<1 + next(below: depth > 2 ? 1 : 4) {
            let (name, value) = depth > 2 ? leaf() : keyword(depth: depth, refers: refers)
            members[name] = value
        }
        return "{\(members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}"
    }

    private mutating func leaf() -> (String, String) {
        let count = String(next(below: 3))
        switch next(below: 14) {
        case 0, 1: return ("type", quoted(Self.types))
        case 2: return ("enum", list(upTo: 3) { $0.instance(depth: 2) })
        case 3: return ("const", instance(depth: 1))
        case 4: return ("multipleOf", ["1", "2", "0.5", "0.1"][next(below: 4)])
        case 5: return (["minimum", "exclusiveMinimum"][next(below: 2)], pick(Self.numbers))
        case 6: return (["maximum", "exclusiveMaximum"][next(below: 2)], pick(Self.numbers))
        case 7: return (["minLength", "maxLength"][next(below: 2)], count)
        case 8: return (["minItems", "maxItems"][next(below: 2)], count)
        case 9: return (["minProperties", "maxProperties"][next(below: 2)], count)
        case 10: return ("pattern", quoted(Self.patterns))
        case 11: return ("uniqueItems", "true")
        case 12:
            return (
                "dependentRequired", object(upTo: 2, named: Self.names) { $0.list(upTo: 2) { $0.quoted(Self.names) } }
            )
        default: return ("required", list(upTo: 2) { $0.quoted(Self.names) })
        }
    }

    private mutating func keyword(depth: Int, refers: Bool) -> (String, String) {
        func below(_ generator: inout Self) -> String { generator.schema(depth: depth + 1, refers: refers) }
        switch next(below: refers ? 24 : 22) {
        case 0: return ("properties", object(upTo: 3, named: Self.names, of: below))
        case 1: return ("patternProperties", object(upTo: 2, named: Self.patterns, of: below))
        case 2: return ("additionalProperties", below(&self))
        case 3: return ("propertyNames", below(&self))
        case 4: return ("prefixItems", list(upTo: 3, from: 1, of: below))
        case 5: return ("items", below(&self))
        case 6: return ("contains", below(&self))
        case 7: return ("allOf", list(upTo: 3, from: 1, of: below))
        case 8: return ("anyOf", list(upTo: 3, from: 1, of: below))
        case 9: return ("oneOf", list(upTo: 3, from: 1, of: below))
        case 10: return ("not", below(&self))
        case 11: return ("if", below(&self))
        case 12: return ("then", below(&self))
        case 13: return ("else", below(&self))
        case 14: return ("dependentSchemas", object(upTo: 2, named: Self.names, of: below))
        case 15: return ("unevaluatedProperties", below(&self))
        case 16: return ("unevaluatedItems", below(&self))
        case 22: return ("$ref", ["\"#/$defs/x\"", "\"#/$defs/y\""][next(below: 2)])
        case 23: return ("$dynamicRef", "\"#d\"")
        default: return leaf()
        }
    }
}
