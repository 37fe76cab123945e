import JSONSchema
import PayoutContract
import StrictJSON

/// Every demand that the schemas of a message make, with ways to break it, in the order of the message.
struct BreakList {
    private static let maximumDepth = 12
    private static let maximumCount = 20_000
    /// Definitions that are used several times each lead to more places than can be looked at.
    private static let maximumVisitCount = 20_000
    /// What all values that are built for places may take.
    private static let maximumEffort = 10_000_000
    /// Longer arrays are not made.
    private static let maximumElementCount = 200
    /// Texts that break a limit of bytes are not made longer.
    private static let maximumByteCount = 1 << 20
    /// Values of every type, for places that allow few.
    static let zoo: [JSONTree] = [
        .null, true, 0, 1, -1, .number(JSONNumber(checked: "1.5")), "", "x", [], [1], .object([]), ["x": 1],
    ]

    let model: SchemaModel
    var random: SeededRandom
    private(set) var all: [Break] = []
    private var open: [SchemaModel.NodeID] = []
    private var host: SchemaModel.NodeID?
    private var visitCount = 0
    private var effort = 0

    init(model: SchemaModel, random: SeededRandom) {
        self.model = model
        self.random = random
        enter(model.root, at: .root)
    }

    private mutating func add(_ label: String, at pointer: JSONPointer, _ edits: [Break.Edit]) {
        guard !edits.isEmpty, all.count < Self.maximumCount else { return }
        all.append(Break(pointer: pointer, label: label, edits: edits, host: host))
    }

    private mutating func add(_ label: String, at pointer: JSONPointer, values: [JSONTree]) {
        add(label, at: pointer, values.map { .replace($0) })
    }

    private mutating func enter(_ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        guard !open.contains(id), open.count < Self.maximumDepth, all.count < Self.maximumCount,
            visitCount < Self.maximumVisitCount
        else { return }
        visitCount += 1
        open.append(id)
        defer { open.removeLast() }
        let schema = model[id]
        guard !schema.isNever else { return }
        addValueBreaks(schema, at: pointer)
        addTextBreaks(schema, at: pointer)
        addCheckBreaks(schema, at: pointer)
        if schema.types.contains(.object) { addMemberBreaks(schema, id, at: pointer) }
        if schema.types.contains(.array) { addElementBreaks(schema, id, at: pointer) }
        addBranchBreaks(schema, id, at: pointer)
        if let advice = schema.advice { enter(advice, at: pointer) }
    }

    /// A value for a node, as long as not too many were built.
    private mutating func value(of id: SchemaModel.NodeID, _ builder: inout ValueBuilder) -> JSONTree? {
        guard effort < Self.maximumEffort else { return nil }
        defer { effort += builder.effort }
        return builder.value(of: id)
    }

    private mutating func addValueBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
        let refused = Self.zoo.filter { !schema.types.contains(ValueTypes.of($0)) }
        for type in refused.map({ ValueTypes.of($0) }).unique {
            let label = type == .fraction ? "type: a fraction" : "type: \(type.names.joined())"
            let mistaken = mistaken(type, for: schema)
            add(label, at: pointer, values: mistaken + refused.filter { ValueTypes.of($0) == type })
        }
        if let values = schema.values {
            let others: [JSONTree] = ["no_such_value", 131, true, .null]
            let strings = values.compactMap(\.string).map { JSONTree.string($0 + "_x") }
            add("enum", at: pointer, values: strings + others.filter { value in !values.contains(value) })
            return
        }
        if let bound = schema.lower { add("minimum", at: pointer, values: Self.around(bound.value, [-1, 0], "0.5")) }
        if let bound = schema.upper { add("maximum", at: pointer, values: Self.around(bound.value, [1, 0], "0.5")) }
        for divisor in schema.multiples {
            let near = divisor.int64.map { Self.around(JSONNumber($0), [1, 2], nil) } ?? []
            add("multipleOf", at: pointer, values: near + [.number(JSONNumber(checked: "0.123456789"))])
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
            add("not", at: pointer, edits)
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

    private mutating func addTextBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
        guard schema.types.contains(.string), schema.values == nil else { return }
        let usual = usualTexts(schema, at: pointer)
        if schema.minimumLength > 0, schema.minimumLength <= LeafSamples.maximumTextLength {
            let count = schema.minimumLength - 1
            let cut = usual.map { JSONTree.string(String($0.unicodeScalars.prefix(count).map(Character.init))) }
            add("minLength", at: pointer, values: [.string(String(repeating: "a", count: count))] + cut.prefix(2))
        }
        if let length = schema.maximumLength, length < LeafSamples.maximumTextLength {
            let grown = usual.map { JSONTree.string(Self.grown($0, to: length + 1)) }
            add(
                "maxLength",
                at: pointer,
                values: [.string(String(repeating: "a", count: length + 1))] + grown.prefix(2)
            )
        }
        for pattern in schema.patterns.sorted() {
            let others = schema.patterns.filter { $0 != pattern }
            let broken = (usual + Self.damaged(usual))
                .filter { text in
                    !PatternTexts.matches(pattern, text) && others.allSatisfy { PatternTexts.matches($0, text) }
                }
            add("pattern", at: pointer, values: broken.prefix(24).map { .string($0) })
        }
        if !schema.formats.isEmpty { add("format", at: pointer, values: ["not of that format", ""]) }
    }

    /// Right texts for a place; advice alone does not know what else holds there.
    private mutating func usualTexts(_ schema: NormalSchema, at pointer: JSONPointer) -> [String] {
        let whole = model[model.node(at: pointer)]
        var texts: [String] = []
        if whole.parts != schema.parts, whole.types.contains(.string) {
            texts += LeafSamples.samples(of: whole, type: .string, using: &random).compactMap(\.value.string)
        }
        texts += LeafSamples.samples(of: schema, type: .string, using: &random).compactMap(\.value.string)
        return whole.examples.compactMap(\.string) + texts
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

    private mutating func addCheckBreaks(_ schema: NormalSchema, at pointer: JSONPointer) {
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
            add(check.keyword, at: pointer, values: Array(broken.prefix(12)))
        }
    }

    /// A text of more than so many bytes in its quotes; none where it had to be longer than texts are made.
    private static func text(longerThan limit: Int) -> [JSONTree] {
        guard limit <= maximumByteCount else { return [] }
        return [.string(String(repeating: "a", count: max(0, limit)))]
    }

    private mutating func addMemberBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        for name in schema.required.sorted() { add("required \(name)", at: pointer, [.remove(name)]) }
        for name in schema.names {
            guard let child = schema.members[name] else { continue }
            if model[child].isNever {
                addNameBreak(name, instead: model[child].instead, at: pointer)
            } else {
                enter(child, at: pointer.appending(name))
            }
        }
        if let others = schema.others, model[others].isNever {
            add("additionalProperties", at: pointer, [.add("unknown_member", "x"), .add("unknown", 1)])
        } else if let others = schema.others {
            enter(others, at: pointer.appending("another_member"))
        }
        if schema.unevaluated.contains(where: { $0.keyword == "unevaluatedProperties" }) {
            add("unevaluatedProperties", at: pointer, [.add("unknown_member", "x"), .add("unknown", 1)])
        }
        for pattern in schema.patternMembers.keys.sorted() {
            guard let name = PatternTexts.example(of: pattern, using: &random),
                let child = schema.patternMembers[pattern]
            else { continue }
            if model[child].isNever {
                add("patternProperties", at: pointer, [.add(name, "x")])
            } else {
                enter(child, at: pointer.appending(name))
            }
        }
        if schema.nameSchema != nil {
            add("propertyNames", at: pointer, ["", "x", "A b", "Ж", "1"].map { .add($0, 1) })
        }
        for (name, following) in schema.dependentNames.sorted(by: { $0.key < $1.key }) {
            var builder = ValueBuilder(model: model, seed: random.next())
            guard let value = value(of: model.member(name, of: id), &builder) else { continue }
            add("dependentRequired \(name)", at: pointer, [.add(name, value)] + following.sorted().map { .remove($0) })
        }
        if schema.minimumMembers > 0 { add("minProperties", at: pointer, values: [.object([])]) }
        if let most = schema.maximumMembers, most < 1_000 {
            let members = (0...most).map { JSONTree.Member(name: "m\($0)", value: 1) }
            add("maxProperties", at: pointer, [.replace(.object(members))] + (schema.names.map { .add($0, "x") }))
        }
    }

    /// A member that must not be there: under its right name where the schema knows it, or besides all others.
    private mutating func addNameBreak(_ name: String, instead: String?, at pointer: JSONPointer) {
        var builder = ValueBuilder(model: model, seed: random.next())
        let usual = value(of: model.node(at: pointer.appending(instead ?? name)), &builder)
        var edits = [usual, "x", 1, .object([])].compactMap(\.self).map { Break.Edit.add(name, $0) }
        if let instead { edits.append(.rename(instead, to: name)) }
        add("the name \(name)", at: pointer, edits)
    }

    private mutating func addElementBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        var builder = ValueBuilder(model: model, seed: random.next())
        func elements(_ count: Int) -> JSONTree? {
            var values: [JSONTree] = []
            while values.count < count, let value = value(of: model.element(values.count, of: id), &builder) {
                values.append(value)
            }
            return values.count == count ? .array(values) : nil
        }
        if 1...Self.maximumElementCount ~= schema.minimumCount, let short = elements(schema.minimumCount - 1) {
            add("minItems", at: pointer, values: [short])
        }
        if let most = schema.maximumCount, most < Self.maximumElementCount {
            let filled = elements(most + 1) ?? .array(Array(repeating: .object([]), count: most + 1))
            add("maxItems", at: pointer, values: [filled])
        }
        if schema.hasUniqueElements, let value = value(of: model.element(0, of: id), &builder) {
            add("uniqueItems", at: pointer, values: [.array([value, value])])
        }
        for contained in schema.contained where contained.minimum > 0 {
            add("contains", at: pointer, values: [.array([]), .array(["x"]), .array([0])])
        }
        for contained in schema.contained {
            guard let most = contained.maximum, most < Self.maximumElementCount,
                let element = value(of: contained.element, &builder)
            else { continue }
            add("maxContains", at: pointer, values: [.array(Array(repeating: element, count: most + 1))])
        }
        for position in schema.prefix.indices { enter(schema.prefix[position], at: pointer.appending(position)) }
        guard let rest = schema.rest else { return }
        if model[rest].isNever {
            add("items", at: pointer, [.append("x"), .append(1)])
        } else if schema.maximumCount ?? 1 > schema.prefix.count {
            enter(rest, at: pointer.appending(schema.prefix.count))
        }
    }

    private mutating func addBranchBreaks(_ schema: NormalSchema, _ id: SchemaModel.NodeID, at pointer: JSONPointer) {
        for choice in schema.choices {
            let names = choice.branches.flatMap { model[$0].required }.unique
            add(
                "\(choice.isExclusive ? "oneOf" : "anyOf")",
                at: pointer,
                names.map { .remove($0) } + Self.zoo.map { .replace($0) }
            )
        }
        for condition in schema.conditions {
            enterBranch([condition.test, condition.then].compactMap(\.self), of: id, at: pointer)
            if let otherwise = condition.otherwise { enterBranch([otherwise], of: id, at: pointer) }
        }
        for branch in schema.choices.flatMap(\.branches) { enterBranch([branch], of: id, at: pointer) }
    }

    /// Enters what holds in a branch alone, with a host that is in the branch.
    private mutating func enterBranch(
        _ branches: [SchemaModel.NodeID],
        of id: SchemaModel.NodeID,
        at pointer: JSONPointer
    ) {
        let outer = host
        host = model.node(joining: [id] + branches)
        for branch in branches { enter(branch, at: pointer) }
        host = outer
    }
}
