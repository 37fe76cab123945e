import StrictJSON

extension SchemaCompiler {
    /// Compiles one keyword.
    mutating func compile(
        _ keyword: Keyword,
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        switch keyword {
        case .ref: try compileReference(context, into: &draft)
        case .dynamicRef: try compileDynamicReference(context, into: &draft)
        case .allOf: try compileBranches(.allOf, context, into: &draft)
        case .anyOf: try compileBranches(.anyOf, context, into: &draft)
        case .oneOf: try compileBranches(.oneOf, context, into: &draft)
        case .not: try compileNot(context, into: &draft)
        case .conditional: try compileConditional(context, into: &draft)
        case .dependentSchemas: try compileDependentSchemas(context, into: &draft)
        case .properties: try compileProperties(context, into: &draft)
        case .patternProperties: try compilePatternProperties(context, into: &draft)
        case .additionalProperties: try compileAdditionalProperties(context, into: &draft)
        case .propertyNames: try compilePropertyNames(context, into: &draft)
        case .prefixItems: try compilePrefixItems(context, into: &draft)
        case .items: try compileItems(context, into: &draft)
        case .contains: try compileContains(context, into: &draft)
        case .unevaluatedItems: try compileUnevaluatedItems(context, into: &draft)
        case .unevaluatedProperties: try compileUnevaluatedProperties(context, into: &draft)
        default: try compileAssertion(keyword, context, into: &draft)
        }
    }

    private mutating func compileAssertion(
        _ keyword: Keyword,
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        switch keyword {
        case .type: try compileType(context, into: &draft)
        case .enumeration: try compileEnumeration(context, into: &draft)
        case .constant: try compileConstant(context, into: &draft)
        case .multipleOf: try compileMultipleOf(context, into: &draft)
        case .maximum: try compileBound(.maximum, context, into: &draft)
        case .exclusiveMaximum: try compileBound(.exclusiveMaximum, context, into: &draft)
        case .minimum: try compileBound(.minimum, context, into: &draft)
        case .exclusiveMinimum: try compileBound(.exclusiveMinimum, context, into: &draft)
        case .maxLength: try compileLimit(.maxLength, context, into: &draft)
        case .minLength: try compileLimit(.minLength, context, into: &draft)
        case .pattern: try compilePattern(context, into: &draft)
        case .maxItems: try compileLimit(.maxItems, context, into: &draft)
        case .minItems: try compileLimit(.minItems, context, into: &draft)
        case .uniqueItems: try compileUniqueItems(context, into: &draft)
        case .maxContains, .minContains: _ = try limit(context)
        case .maxProperties: try compileLimit(.maxProperties, context, into: &draft)
        case .minProperties: try compileLimit(.minProperties, context, into: &draft)
        case .required: try compileRequired(context, into: &draft)
        case .dependentRequired: try compileDependentRequired(context, into: &draft)
        case .format: try compileFormat(context, into: &draft)
        case .schema, .id, .anchor, .dynamicAnchor, .comment:
            guard context.value.kind == .string else { throw invalid(context, "must be a string") }
        case .defs, .definitions:
            guard context.value.kind == .object else { throw invalid(context, "must be an object") }
        default: break
        }
    }

    /// A limit on a length or count: a whole number that is not negative.
    ///
    /// A limit above what any text holds is the same as the highest one that fits.
    func limit(_ context: KeywordContext) throws(SchemaError) -> Int32 {
        guard let number = context.value.number, number.isMathematicalInteger, !number.isNegative else {
            throw invalid(context, "must be a whole number that is not negative")
        }
        return Int32(clamping: number.int64 ?? .max)
    }

    mutating func compileLimit(
        _ operation: Operation,
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        draft.add(Instruction(operation: operation, a: try limit(context)), .assertion, context.site)
    }

    /// The names of a list such as the value of `required`.
    mutating func nameList(_ value: JSONValue, _ context: KeywordContext) throws(SchemaError) -> (Int32, Int32) {
        guard value.kind == .array else { throw invalid(context, "must be an array of strings") }
        let start = Int32(builder.nameLists.count)
        for element in value.elements {
            guard let name = element.stringBytes else { throw invalid(context, "must be an array of strings") }
            builder.nameLists.append(builder.name(name))
        }
        return (start, Int32(builder.nameLists.count) - start)
    }
}
