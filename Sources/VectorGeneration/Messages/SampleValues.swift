import StrictJSON

/// Values to put into a body.
enum SampleValues {
    /// One value of each type, the simplest one.
    static let ofType: [(name: String, value: JSONTree)] = [
        ("null", .null), ("boolean", true), ("integer", 1), ("number", .number(JSONNumber("10.5") ?? 0)),
        ("string", "text"), ("array", []), ("object", [:]),
    ]

    /// The simplest value of a type.
    static func value(ofType name: String) -> JSONTree { ofType.first { $0.name == name }?.value ?? .null }

    /// Values that a schema object is likely to accept: its examples, its constants, else the simplest of its type.
    static func valid(for schema: JSONTree) -> [JSONTree] {
        if let constant = schema["const"] { return [constant] }
        if let listed = schema["enum"]?.elements { return listed }
        if let examples = schema["examples"]?.elements { return examples }
        if let pattern = schema["pattern"]?.string {
            return PatternSamples.of(pattern).filter(PatternMatch(pattern).holds).prefix(3).map { .string($0) }
        }
        let names = schema["type"]?.string.map { [$0] } ?? schema["type"]?.elements?.compactMap(\.string) ?? []
        return names.filter { $0 != "null" }.map(value(ofType:))
    }

    /// A value as the mistake of its type: a number as a string, a string as a number, an object as a list.
    static func mistaken(_ value: JSONTree) -> [JSONTree] {
        switch value {
        case .number(let number): [.string(number.literal), true]
        case .string(let text):
            [JSONNumber(text).map { .number($0) } ?? 1, 1, true, ["text"], ["text": "text"]]
        case .boolean(let flag): [.string(flag ? "true" : "false"), 1, "text"]
        case .object: [[value], [], "text", 1]
        case .array(let elements): [elements.first.map { ["0": $0] } ?? [:], ["text": "text"], "text", 1]
        case .null: ["text", 1, true]
        }
    }

    /// The types that a value is of; an integer is a number as well.
    static func types(of value: JSONTree) -> [String] {
        switch value {
        case .null: ["null"]
        case .boolean: ["boolean"]
        case .number(let number): number.isMathematicalInteger ? ["integer", "number"] : ["number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}
