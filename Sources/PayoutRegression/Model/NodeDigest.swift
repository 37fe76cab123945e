import StrictJSON

/// Writes what a node demands as one number; nodes of two models with equal demands have the same.
///
/// A node inside itself is written as the number of levels up, so schemas may refer to themselves.
struct NodeDigest {
    let model: SchemaModel
    private var open: [SchemaModel.NodeID] = []
    private var closed: [SchemaModel.NodeID: UInt64] = [:]

    init(model: SchemaModel) {
        self.model = model
    }

    mutating func digest(_ id: SchemaModel.NodeID) -> UInt64 {
        if let level = open.lastIndex(of: id) { return StableHash.of("up \(open.count - level)") }
        if let known = closed[id] { return known }
        open.append(id)
        let digest = StableHash.of(text(model[id]))
        open.removeLast()
        // A digest that was taken inside a circle depends on where the circle was entered.
        if open.isEmpty { closed[id] = digest }
        return digest
    }

    private mutating func text(_ schema: NormalSchema) -> String {
        if schema.isNever { return "never \(list(schema.rules))" }
        var parts = ["types \(schema.types.rawValue)"]
        if let values = schema.values { parts.append("values \(sorted(values))") }
        if let bound = schema.lower { parts.append("from \(text(bound))") }
        if let bound = schema.upper { parts.append("to \(text(bound))") }
        parts.append(contentsOf: schema.multiples.map { "multiple \($0.literal)" }.sorted())
        parts.append("length \(schema.minimumLength) \(schema.maximumLength ?? -1)")
        parts.append("patterns \(schema.patterns.sorted()) formats \(schema.formats.sorted())")
        parts.append(arrayText(schema))
        parts.append(objectText(schema))
        parts.append(contentsOf: applicators(schema))
        parts.append(contentsOf: schema.opaque.map { "\($0.key) \(sorted(Array($0.value)))" }.sorted())
        parts.append(contentsOf: schema.checks.map { "\($0.keyword) \($0.rule) \($0.limit)" }.sorted())
        parts.append("echo \(schema.echoes.sorted()) sensitive \(schema.sensitivity.sorted())")
        if let advice = schema.advice { parts.append("advice \(digest(advice))") }
        parts.append("rules \(list(schema.rules))")
        return parts.joined(separator: "\n")
    }

    private func text(_ bound: NormalSchema.Bound) -> String {
        "\(StableHash.canonical(bound.value))\(bound.isExclusive ? " open" : "")"
    }

    private func sorted(_ values: [JSONTree]) -> [String] {
        values.map { JSONWriter.compact.writeString(JSONEquality.canonical($0)) }.sorted()
    }

    private func list(_ rules: [String: Set<String>]) -> [String] {
        rules.map { "\($0.key)=\($0.value.sorted().joined(separator: ","))" }.sorted()
    }

    private mutating func arrayText(_ schema: NormalSchema) -> String {
        let prefix = schema.prefix.map { digest($0) }
        let rest = schema.rest.map { digest($0) }
        var contained: [String] = []
        for item in schema.contained {
            contained.append("\(digest(item.element)) \(item.minimum) \(item.maximum ?? -1)")
        }
        return "count \(schema.minimumCount) \(schema.maximumCount ?? -1) \(schema.hasUniqueElements) "
            + "\(prefix) \(rest ?? 0) \(contained.sorted())"
    }

    private mutating func objectText(_ schema: NormalSchema) -> String {
        var parts: [String] = []
        for (name, id) in schema.members { parts.append("\(name): \(digest(id))") }
        for (pattern, id) in schema.patternMembers { parts.append("/\(pattern)/: \(digest(id))") }
        for (name, id) in schema.dependentSchemas { parts.append("with \(name): \(digest(id))") }
        for (name, names) in schema.dependentNames { parts.append("with \(name): \(names.sorted())") }
        parts.sort()
        let others = schema.others.map { digest($0) } ?? 0
        let names = schema.nameSchema.map { digest($0) } ?? 0
        return "members \(parts) required \(schema.required.sorted()) others \(others) names \(names) "
            + "\(schema.minimumMembers) \(schema.maximumMembers ?? -1)"
    }

    private mutating func applicators(_ schema: NormalSchema) -> [String] {
        var parts: [String] = []
        for choice in schema.choices {
            var branches: [UInt64] = []
            for branch in choice.branches { branches.append(digest(branch)) }
            parts.append("choice \(choice.isExclusive) \(branches.sorted())")
        }
        for condition in schema.conditions {
            let then = condition.then.map { digest($0) } ?? 0
            let otherwise = condition.otherwise.map { digest($0) } ?? 0
            parts.append("if \(digest(condition.test)) then \(then) else \(otherwise)")
        }
        for id in schema.prohibitions { parts.append("not \(digest(id))") }
        return parts.sorted()
    }
}

/// A hash that is the same in every run and on every machine (FNV-1a, 64 bits).
enum StableHash {
    static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash ^= UInt64(byte)
            hash = hash &* 0x100_0000_01B3
        }
        return hash
    }

    /// Sixteen hexadecimal digits.
    static func hexadecimal(_ text: String) -> String {
        let digits = String(of(text), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// A form that equal numbers share.
    static func canonical(_ number: JSONNumber) -> String {
        number.int64.map(String.init) ?? number.literal
    }
}
