/// The keywords of draft 2020-12, each with its vocabulary and where its value holds subschemas.
enum Keyword: String, CaseIterable, Sendable {
    case schema = "$schema"
    case vocabulary = "$vocabulary"
    case id = "$id"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case ref = "$ref"
    case dynamicRef = "$dynamicRef"
    case defs = "$defs"
    case comment = "$comment"
    case prefixItems, items, contains, additionalProperties, properties, patternProperties, dependentSchemas
    case propertyNames, allOf, anyOf, oneOf, not
    case conditional = "if"
    case consequence = "then"
    case alternative = "else"
    case unevaluatedItems, unevaluatedProperties
    case type
    case constant = "const"
    case enumeration = "enum"
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern, maxItems
    case minItems, uniqueItems, maxContains, minContains, maxProperties, minProperties, required, dependentRequired
    case format
    case title, description
    case defaultValue = "default"
    case deprecated, readOnly, writeOnly, examples
    case contentEncoding, contentMediaType, contentSchema
    /// Renamed to `$defs`; the 2020-12 metaschema still describes it.
    case definitions

    /// Keywords by name.
    static let named: [String: Keyword] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
    )

    /// Where the value of a keyword holds subschemas.
    enum Subschemas: Sendable {
        case none
        case one
        case array
        case map
    }

    var subschemas: Subschemas {
        switch self {
        case .items, .contains, .additionalProperties, .propertyNames, .not, .conditional, .consequence, .alternative,
            .unevaluatedItems, .unevaluatedProperties, .contentSchema:
            .one
        case .prefixItems, .allOf, .anyOf, .oneOf: .array
        case .defs, .definitions, .properties, .patternProperties, .dependentSchemas: .map
        default: .none
        }
    }

    /// The vocabulary that defines the keyword; a dialect without it gives the keyword no meaning.
    var vocabulary: Vocabulary {
        switch self {
        case .schema, .vocabulary, .id, .anchor, .dynamicAnchor, .ref, .dynamicRef, .defs, .comment, .definitions: .core
        case .prefixItems, .items, .contains, .additionalProperties, .properties, .patternProperties,
            .dependentSchemas, .propertyNames, .allOf, .anyOf, .oneOf, .not, .conditional, .consequence, .alternative:
            .applicator
        case .unevaluatedItems, .unevaluatedProperties: .unevaluated
        case .format: .formatAnnotation
        case .title, .description, .defaultValue, .deprecated, .readOnly, .writeOnly, .examples: .metaData
        case .contentEncoding, .contentMediaType, .contentSchema: .content
        default: .validation
        }
    }
}

/// The vocabularies of draft 2020-12.
enum Vocabulary: String, CaseIterable, Sendable {
    case core
    case applicator
    case unevaluated
    case validation
    case metaData = "meta-data"
    case formatAnnotation = "format-annotation"
    case formatAssertion = "format-assertion"
    case content

    static let named: [String: Vocabulary] = Dictionary(
        uniqueKeysWithValues: allCases.map { ("https://json-schema.org/draft/2020-12/vocab/\($0.rawValue)", $0) }
    )
}
