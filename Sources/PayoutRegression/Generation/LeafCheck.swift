import JSONSchema
import PayoutContract
import StrictJSON

/// Whether a value keeps what a normal form says about it alone, members and elements left aside.
enum LeafCheck {
    static func holds(_ value: JSONTree, _ schema: NormalSchema) -> Bool {
        guard schema.types.contains(ValueTypes.of(value)) else { return false }
        if let values = schema.values, !values.contains(where: { JSONEquality.areEqual($0, value) }) { return false }
        if let number = value.number, !holds(number, schema) { return false }
        if let text = value.string, !holds(text, schema) { return false }
        return keepsChecks(value, schema)
    }

    /// Whether a value keeps the checks that annotations ask for.
    static func keepsChecks(_ value: JSONTree, _ schema: NormalSchema) -> Bool { keeps(schema.checks, value) }

    /// Whether a value keeps some checks.
    static func keeps(_ checks: some Collection<NormalSchema.Check>, _ value: JSONTree) -> Bool {
        guard !checks.isEmpty else { return true }
        guard let document = try? JSONDocument(parsing: JSONWriter.compact.write(value)) else { return false }
        return checks.allSatisfy { check in
            ValueCheck.named(check.keyword).map { !$0.isBroken(document.root, check.limit) } ?? true
        }
    }

    private static func holds(_ number: JSONNumber, _ schema: NormalSchema) -> Bool {
        if let bound = schema.lower, number < bound.value || (bound.isExclusive && number == bound.value) {
            return false
        }
        if let bound = schema.upper, number > bound.value || (bound.isExclusive && number == bound.value) {
            return false
        }
        return schema.multiples.allSatisfy { number.isMultiple(of: $0) }
    }

    private static func holds(_ text: String, _ schema: NormalSchema) -> Bool {
        let length = text.unicodeScalars.count
        guard length >= schema.minimumLength, length <= schema.maximumLength ?? .max else { return false }
        return schema.patterns.allSatisfy { PatternTexts.matches($0, text) }
    }
}
