import StrictJSON

/// Writes what a node demands as text, which nodes with equal demands share.
struct NodeText {
    /// The digest of a node that it leads to.
    let digest: (SchemaModel.NodeID) -> UInt64

    func text(_ schema: NormalSchema) -> String {
        if schema.isNever { return "never \(list(schema.rules))" }
        var parts = ["types \(schema.types.rawValue)"]
        if let values = schema.values { parts.append("values \(Self.canonical(values))") }
        if let bound = schema.lower { parts.append("from \(text(bound))") }
        if let bound = schema.upper { parts.append("to \(text(bound))") }
        parts.append(contentsOf: schema.multiples.map { "multiple \($0.canonical)" }.sorted())
        parts.append("length \(schema.minimumLength) \(schema.maximumLength ?? -1)")
        parts.append("patterns \(schema.patterns.sorted()) formats \(schema.formats.sorted())")
        parts.append(arrayText(schema))
        parts.append(objectText(schema))
        parts.append(contentsOf: applicators(schema))
        parts.append(contentsOf: schema.opaque.map { "\($0.key) \(Self.canonical(Array($0.value)))" }.sorted())
        parts.append(contentsOf: schema.checks.map { "\($0.keyword) \($0.rule) \($0.limit)" }.sorted())
        parts.append("echo \(schema.echoes.sorted()) sensitive \(schema.sensitivity.sorted())")
        if let advice = schema.advice { parts.append("advice \(digest(advice))") }
        parts.append("rules \(list(schema.rules))")
        return parts.joined(separator: "\n")
    }

    private func text(_ bound: NormalSchema.Bound) -> String {
        "\(bound.value.canonical)\(bound.isExclusive ? " open" : "")"
    }

    /// The values in a spelling and an order that equal ones share.
    static func canonical(_ values: [JSONTree]) -> [String] {
        values.map { JSONWriter.compact.writeString(JSONEquality.canonical($0)) }.sorted()
    }

    private func list(_ rules: [String: Set<String>]) -> [String] {
        rules.map { "\($0.key)=\($0.value.sorted().joined(separator: ","))" }.sorted()
    }

    private func arrayText(_ schema: NormalSchema) -> String {
        let prefix = schema.prefix.map { digest($0) }
        let rest = schema.rest.map { digest($0) }
        var contained: [String] = []
        for item in schema.contained {
            contained.append("\(digest(item.element)) \(item.minimum) \(item.maximum ?? -1)")
        }
        return "count \(schema.minimumCount) \(schema.maximumCount ?? -1) \(schema.hasUniqueElements) "
            + "\(prefix) \(rest ?? 0) \(contained.sorted())"
    }

    private func objectText(_ schema: NormalSchema) -> String {
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

    private func applicators(_ schema: NormalSchema) -> [String] {
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
