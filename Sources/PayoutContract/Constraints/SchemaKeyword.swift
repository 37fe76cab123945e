/// What the keywords of the contract's schemas do (JSON Schema 2020-12, core 10 and validation 6).
enum SchemaKeyword {
    /// How the value of a keyword holds subschemas.
    enum Shape {
        case one
        case list
        case map
    }

    /// Keywords that can fail, or say when others apply.
    static let constraints: Set<String> = [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "contains", "minContains",
        "maxContains", "minProperties", "maxProperties", "required", "dependentRequired", "propertyNames", "not",
        "anyOf", "oneOf", "if",
    ]

    /// Keywords that fail where their value is `false`.
    static let closing: Set<String> = [
        "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "items",
    ]

    /// Keywords whose subschemas apply to the same value as the schema object around them.
    static let inPlace: [String: Shape] = [
        "allOf": .list, "anyOf": .list, "oneOf": .list, "not": .one, "if": .one, "then": .one, "else": .one,
        "dependentSchemas": .map, RuleMap.adviceKeyword: .one,
    ]

    /// Keywords whose subschemas apply to members or elements.
    static let inside: [String: Shape] = [
        "properties": .map, "patternProperties": .map, "additionalProperties": .one, "unevaluatedProperties": .one,
        "propertyNames": .one, "items": .one, "prefixItems": .list, "unevaluatedItems": .one, "contains": .one,
    ]

    /// Keywords that say nothing that an instance could break; `format` is an annotation in the 2020-12 dialect.
    static let silent: Set<String> = [
        "$schema", "$id", "$ref", "$defs", "$comment", "$anchor", "title", "description", "examples", "default",
        "deprecated", "readOnly", "writeOnly", "format", "contentEncoding", "contentMediaType",
        RuleMap.rulesKeyword, RuleMap.insteadKeyword, "x-sensitive",
    ]

    /// The annotation keyword whose checks compare a message with its request.
    static let echo = "x-echo"

    /// Whether the keyword asks for a check that no schema can state.
    static func isCheck(_ keyword: String) -> Bool { keyword == echo || ValueCheck.named(keyword) != nil }
}
