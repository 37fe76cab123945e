import StrictJSON

// `type` (validation 6.1.1).

extension SchemaCompiler {
    mutating func compileType(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        var mask: UInt8 = 0
        if context.value.kind == .array {
            guard context.value.count > 0 else { throw invalid(context, "must name at least one type") }
            for element in context.value.elements { mask |= try typeMask(element, context) }
        } else {
            mask = try typeMask(context.value, context)
        }
        draft.add(Instruction(operation: .type, a: Int32(mask)), .assertion, context.site)
    }

    private func typeMask(_ value: JSONValue, _ context: KeywordContext) throws(SchemaError) -> UInt8 {
        guard let name = value.string, let mask = TypeName.masks[name] else {
            throw invalid(
                context,
                "must be array, boolean, integer, null, number, object or string, or an array of these"
            )
        }
        return mask
    }
}

/// The types that `type` may name.
enum TypeName {
    /// An integer is a number without a fractional part, however it is written: `1.0` is one.
    static let masks: [String: UInt8] = [
        "null": InstanceKind.mask(InstanceKind.null),
        "boolean": InstanceKind.mask(InstanceKind.false) | InstanceKind.mask(InstanceKind.true),
        "integer": InstanceKind.mask(InstanceKind.integer),
        "number": InstanceKind.mask(InstanceKind.integer) | InstanceKind.mask(InstanceKind.fraction),
        "string": InstanceKind.mask(InstanceKind.string),
        "array": InstanceKind.mask(InstanceKind.array),
        "object": InstanceKind.mask(InstanceKind.object),
    ]

    /// What a set of kinds is called, with articles.
    static func phrases(_ mask: UInt8) -> [String] {
        var phrases: [String] = []
        let order: [(String, String)] = [
            ("object", "an object"), ("array", "an array"), ("string", "a string"), ("number", "a number"),
            ("integer", "an integer"), ("boolean", "a boolean"), ("null", "null"),
        ]
        for (name, phrase) in order {
            guard let types = masks[name], mask & types == types else { continue }
            if name == "integer", mask & InstanceKind.mask(InstanceKind.fraction) != 0 { continue }
            phrases.append(phrase)
        }
        return phrases
    }
}
