import JSONSchema
import PayoutContract
import PayoutVectors
import StrictJSON

/// Demands on single values.
extension BreakList {
    mutating func addValueBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
        let refused = Self.zoo.filter { !schema.types.contains(ValueTypes.of($0)) }
        for type in refused.map({ ValueTypes.of($0) }).unique {
            let label = type == .fraction ? "type: a fraction" : "type: \(type.names.joined())"
            let mistaken = mistaken(type, for: schema)
            add(label, of: schema, "type", at: pointer, values: mistaken + refused.filter { ValueTypes.of($0) == type })
        }
        if let values = schema.values {
            let others: [JSONTree] = ["no_such_value", 131, true, false, .null]
            let strings = values.compactMap(\.string).map { JSONTree.string($0 + "_x") }
            let excluded = (model[node].listed + schema.listed + others).unique.filter { !values.contains($0) }
            add("enum", of: schema, at: pointer, values: strings.prefix(1) + excluded + strings.dropFirst())
            return
        }
        if let bound = schema.lower {
            add("minimum", of: schema, at: pointer, values: Self.around(bound.value, [-1, 0], "0.5"))
        }
        if let bound = schema.upper {
            add("maximum", of: schema, at: pointer, values: Self.around(bound.value, [1, 0], "0.5"))
        }
        for divisor in schema.multiples {
            let near = divisor.int64.map { Self.around(JSONNumber($0), [1, 2], nil) } ?? []
            add("multipleOf", of: schema, at: pointer, values: near + [.number(JSONNumber(checked: "0.123456789"))])
        }
        for negated in schema.prohibitions {
            var builder = ValueBuilder(model: model, seed: random.next())
            let node = model.node(joining: [negated])
            var edits: [Break.Edit] = []
            for fullness in [ValueBuilder.Fullness.typical, .full, .random] {
                builder.fullness = fullness
                guard let value = value(of: node, &builder) else { continue }
                edits.append(.replace(value))
            }
            edits += LeafSamples.samples(of: model[node], using: &random)
                .filter { schema.types.contains(ValueTypes.of($0.value)) }
                .prefix(12)
                .map { .replace($0.value) }
            for name in model[negated].required.sorted() {
                let member = model.node(at: pointer.appending(name))
                if let value = value(of: member, &builder) { edits.insert(.add(name, value), at: 0) }
            }
            add("not", of: schema, at: pointer, edits)
        }
    }

    /// What people send by mistake in the place of a value.
    private func mistaken(_ type: ValueTypes, for schema: NormalSchema) -> [JSONTree] {
        let example = schema.examples.first
        switch type {
        case .string where !schema.types.isDisjoint(with: .number): return ["10000"]
        case .fraction where schema.types.contains(.integer): return [.number(JSONNumber(checked: "100.5"))]
        case .integer where schema.types.contains(.string): return [131]
        case .array where schema.types.contains(.object): return [.array([example ?? .object([])])]
        default: return []
        }
    }

    private static func around(_ number: JSONNumber, _ steps: [Int64], _ fraction: String?) -> [JSONTree] {
        guard let value = number.int64 else { return [] }
        var literals = steps.compactMap { step in value.adding(step).map(String.init) }
        if let fraction, let step = steps.first, let whole = step > 0 ? value : value.adding(-1) {
            literals.append("\(whole).\(fraction.dropFirst(2))")
        }
        return literals.compactMap { JSONNumber($0).map { .number($0) } }
    }

    mutating func addTextBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
        guard schema.types.contains(.string), schema.values == nil else { return }
        let usual = usualTexts(schema, at: pointer)
        if schema.minimumLength > 0, schema.minimumLength <= LeafSamples.maximumTextLength {
            let count = schema.minimumLength - 1
            let cut = usual.map { JSONTree.string(String($0.unicodeScalars.prefix(count).map(Character.init))) }
            add(
                "minLength",
                of: schema,
                at: pointer,
                values: [.string(String(repeating: "a", count: count))] + cut.prefix(2)
            )
        }
        if let length = schema.maximumLength, length < LeafSamples.maximumTextLength {
            let grown = usual.map { JSONTree.string(Self.grown($0, to: length + 1)) }
            add(
                "maxLength",
                of: schema,
                at: pointer,
                values: [.string(String(repeating: "a", count: length + 1))] + grown.prefix(2)
            )
        }
        for pattern in schema.patterns.sorted() {
            let others = schema.patterns.filter { $0 != pattern }
            let broken = (textsKeepingMost(but: pattern) + usual + Self.damaged(usual))
                .filter { text in
                    !PatternTexts.matches(pattern, text) && others.allSatisfy { PatternTexts.matches($0, text) }
                }
            add("pattern", of: schema, at: pointer, values: broken.unique.prefix(24).map { .string($0) })
        }
        if !schema.formats.isEmpty { add("format", of: schema, at: pointer, values: ["not of that format", ""]) }
    }

    /// Right texts for a place; advice alone does not know what else holds there.
    mutating func usualTexts(_ schema: NormalSchema, at pointer: JSONPointer) -> [String] {
        let whole = model[model.node(at: pointer)]
        var texts: [String] = []
        if whole.parts != schema.parts, whole.types.contains(.string) {
            texts += LeafSamples.samples(of: whole, type: .string, using: &random).compactMap(\.value.string)
        }
        texts += LeafSamples.samples(of: schema, type: .string, using: &random).compactMap(\.value.string)
        return whole.examples.compactMap(\.string) + texts
    }

    /// Texts that break a pattern and keep everything else that is said about the place that is open, or all but one more.
    private mutating func textsKeepingMost(but pattern: String) -> [String] {
        for other in [pattern] + model[node].patterns.sorted() {
            var rest = model[node]
            rest.patterns.subtract([pattern, other])
            guard !rest.patterns.isEmpty, rest.types.contains(.string) else { continue }
            let texts = LeafSamples.samples(of: rest, type: .string, using: &random).compactMap(\.value.string)
            if texts.contains(where: { !PatternTexts.matches(pattern, $0) }) { return texts }
        }
        return []
    }

    private static func grown(_ text: String, to length: Int) -> String {
        let missing = length - text.unicodeScalars.count
        guard missing > 0, let last = text.last else { return text }
        return text + String(repeating: last, count: missing)
    }

    /// Texts with one thing wrong: too short, too long, another case, a foreign character at either end.
    private static func damaged(_ texts: [String]) -> [String] {
        var damaged: [String] = []
        for text in texts.prefix(4) {
            damaged += [
                String(text.dropLast()), String(text.dropFirst()), text + "0", text + "a", text + " ", " " + text,
            ]
            damaged += [
                text.uppercased(), text.lowercased(), text.replacingText("-", with: "."), text + text, "\(text)?",
            ]
        }
        return (damaged + ["", " ", "x", "0", "A", "Ж", "?", "2025-13-45"]).unique
    }

    mutating func addCheckBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
        for check in schema.checks.sorted(by: { "\($0)" < "\($1)" }) {
            let usual = schema.types.contains(.string) ? LeafSamples.texts(unchecked: schema, using: &random) : []
            let values: [JSONTree]
            switch check.keyword {
            case "x-integer-literal": values = ["10000.0", "1e4", "100.00"].map { .number(JSONNumber(checked: $0)) }
            case "x-not-a-card-number": values = ["4242424242424242", "4242 4242 4242 4242"]
            case "x-not-masked": values = ["220024******4940", "2200********4940", "424242XXXXXX4242"]
            case "x-luhn": values = ["4242424242424241", "2200240000004941"]
            case "x-calendar-date": values = ["2025-02-30", "2025-02-30T02:03:00.000000Z"]
            case "x-maximum-bytes": values = Self.text(longerThan: check.limit)
            case "x-names-agree": values = [["full_name": "Иванов Иван", "last_name": "Петров"]]
            default: values = []
            }
            let broken = (values + usual.map { .string($0) }).filter { !LeafCheck.keepsChecks($0, schema) }
            add(
                check.keyword,
                at: pointer,
                broken.prefix(12).map { .replace($0) },
                rules: [check.rule.rawValue],
                check: check
            )
        }
    }

    /// A text of more than so many bytes in its quotes; none where it had to be longer than texts are made.
    private static func text(longerThan limit: Int) -> [JSONTree] {
        guard limit <= maximumByteCount else { return [] }
        return [.string(String(repeating: "a", count: max(0, limit)))]
    }
}
