import PayoutContract

/// Which schema objects that apply to one value hand on what they evaluated to which (JSON Schema 2020-12, core 11).
struct EvaluationScopes {
    private static let evaluating: Set<String> = [
        "properties", "patternProperties", "additionalProperties", "prefixItems", "items", "contains", "anyOf", "oneOf",
        "if", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "$dynamicRef",
    ]

    /// The schema object that is being read.
    var current: SchemaPlace?
    /// The objects that ask what was not evaluated, with the keyword that does.
    var askers: [(place: SchemaPlace, keyword: String)] = []
    private var entered: [SchemaPlace: [SchemaPlace]] = [:]
    private var evaluators: Set<SchemaPlace> = []

    /// Takes note of a keyword of the current object.
    mutating func take(_ keyword: String) {
        if let current, Self.evaluating.contains(keyword) { evaluators.insert(current) }
    }

    /// Takes note of an object that the current one applies to the same value.
    mutating func enter(_ place: SchemaPlace) {
        if let current { entered[current, default: []].append(place) }
    }

    /// Whether an object sees everything that is evaluated.
    func isWhole(_ place: SchemaPlace) -> Bool {
        var reached: Set<SchemaPlace> = [place]
        var waiting = [place]
        while let next = waiting.popLast() {
            for inner in entered[next] ?? [] where reached.insert(inner).inserted { waiting.append(inner) }
        }
        return evaluators.isSubset(of: reached)
    }
}
