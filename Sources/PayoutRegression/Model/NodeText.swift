import StrictJSON

/// Writes what a node demands as text, which nodes with equal demands share.
struct NodeText {
    /// The digest of a node that it leads to.
    let digest: (SchemaModel.NodeID) -> UInt64
    /// Whether a choice refuses values of several branches.
    let isExclusive: (NormalSchema.Choice) -> Bool
    /// Whether it matters what was evaluated, so that what allows everything has to be told.
    let keepsAnnotations: Bool

    /// The digest of nodes that say nothing: to name one is to say as much as to leave it out.
    private static let silent = StableHash.of(
        NodeText(digest: { _ in 0 }, isExclusive: \.isExclusive, keepsAnnotations: false).text(NormalSchema())
    )

    /// The digest of a node that may be left out; 0 for one that says nothing.
    private func demand(_ id: SchemaModel.NodeID?) -> UInt64 {
        guard let id else { return 0 }
        let digest = digest(id)
        return digest == Self.silent && !keepsAnnotations ? 0 : digest
    }

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
        var prefix = schema.prefix.map { demand($0) }
        let rest = demand(schema.rest)
        // An element of which no more is said than of those behind it need not be told apart from them.
        while !keepsAnnotations, prefix.last == rest { prefix.removeLast() }
        var contained: Set<String> = []
        for item in schema.contained where item.minimum > 0 || item.maximum != nil || keepsAnnotations {
            contained.insert("\(digest(item.element)) \(item.minimum) \(item.maximum ?? -1)")
        }
        return "count \(schema.minimumCount) \(schema.maximumCount ?? -1) \(schema.hasUniqueElements) "
            + "\(prefix) \(rest) \(contained.sorted())"
    }

    private func objectText(_ schema: NormalSchema) -> String {
        var parts: [String] = []
        let others = demand(schema.others)
        for (name, id) in schema.members
        where demand(id) != others || !schema.patternMembers.isEmpty || keepsAnnotations {
            parts.append("\(name): \(digest(id))")
        }
        for (pattern, id) in schema.patternMembers where demand(id) != others || keepsAnnotations {
            parts.append("/\(pattern)/: \(digest(id))")
        }
        for (name, id) in schema.dependentSchemas where demand(id) != 0 {
            parts.append("with \(name): \(digest(id))")
        }
        for (name, names) in schema.dependentNames where !names.isEmpty {
            parts.append("with \(name): \(names.sorted())")
        }
        parts.sort()
        return "members \(parts) required \(schema.required.sorted()) others \(others) names "
            + "\(demand(schema.nameSchema)) \(schema.minimumMembers) \(schema.maximumMembers ?? -1)"
    }

    /// Whoever says the same twice says it once.
    private func applicators(_ schema: NormalSchema) -> [String] {
        var parts: Set<String> = []
        for choice in schema.choices {
            var branches: [UInt64] = []
            for branch in choice.branches { branches.append(digest(branch)) }
            parts.insert("choice \(isExclusive(choice)) \(branches.sorted())")
        }
        for condition in schema.conditions {
            let (then, otherwise) = (demand(condition.then), demand(condition.otherwise))
            if then == 0, otherwise == 0, !keepsAnnotations { continue }
            parts.insert("if \(digest(condition.test)) then \(then) else \(otherwise)")
        }
        for item in schema.unevaluated {
            parts.insert("\(item.keyword) \(digest(item.element)) of \(item.scope.map(digest) ?? 0)")
        }
        for id in schema.prohibitions { parts.insert("not \(digest(id))") }
        return parts.sorted()
    }
}
