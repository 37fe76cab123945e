import StrictJSON

/// The types of JSON Schema (validation 6.1.1), with numbers split into integers and the rest.
struct ValueTypes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    static let null = ValueTypes(rawValue: 1)
    static let boolean = ValueTypes(rawValue: 2)
    static let integer = ValueTypes(rawValue: 4)
    /// Numbers that are no integers.
    static let fraction = ValueTypes(rawValue: 8)
    static let string = ValueTypes(rawValue: 16)
    static let array = ValueTypes(rawValue: 32)
    static let object = ValueTypes(rawValue: 64)
    static let number: ValueTypes = [.integer, .fraction]
    static let all = ValueTypes(rawValue: 127)

    private static let named: [(String, ValueTypes)] = [
        ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
        ("array", .array), ("object", .object),
    ]

    /// The type with a name of the `type` keyword.
    static func named(_ name: String) -> ValueTypes {
        named.first { $0.0 == name }?.1 ?? []
    }

    /// The types that a value of the `type` keyword allows.
    static func of(keyword: JSONTree) -> ValueTypes {
        if let name = keyword.string { return named(name) }
        return (keyword.elements ?? []).compactMap(\.string).reduce(into: []) { $0.formUnion(named($1)) }
    }

    /// The type of a value.
    static func of(_ value: JSONTree) -> ValueTypes {
        switch value {
        case .null: .null
        case .boolean: .boolean
        case .number(let number): number.isMathematicalInteger ? .integer : .fraction
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The single types in it, fractions as `number`.
    var names: [String] {
        var names: [String] = []
        for (name, type) in Self.named where name != "number" && contains(type) { names.append(name) }
        if contains(.fraction) { names = names.filter { $0 != "integer" } + ["number"] }
        return names
    }

    /// Each single type in it.
    var each: [ValueTypes] {
        [.null, .boolean, .integer, .fraction, .string, .array, .object].filter(contains)
    }
}
