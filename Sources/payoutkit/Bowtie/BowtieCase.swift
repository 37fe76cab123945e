import JSONSchema
import StrictJSON

/// A schema, the schemas that it may refer to, and instances.
struct BowtieCase {
    private let schema: JSONValue
    private let registry: JSONValue?
    private let instances: [JSONValue]

    /// Reads the member `case` of a run; nil when the schema, the tests or an instance are missing.
    init?(_ value: JSONValue) {
        guard let schema = value["schema"], let tests = value["tests"], tests.kind == .array else { return nil }
        var instances: [JSONValue] = []
        for test in tests.elements {
            guard let instance = test["instance"] else { return nil }
            instances.append(instance)
        }
        if let registry = value["registry"], registry.kind != .object { return nil }
        self.schema = schema
        self.registry = value["registry"]
        self.instances = instances
    }

    /// Whether the schema says itself which dialect it is written in.
    var namesDialect: Bool { schema["$schema"] != nil }

    /// Compiles the schema and judges every instance.
    func run() -> BowtieOutcome {
        let compiled: Schema
        let (registry, refused) = registered()
        do {
            compiled = try Schema(compiling: try Self.document(schema), registry: registry)
        } catch let error as SchemaError where Self.isRefusedOnPurpose(error.code) {
            return .skipped(message: error.description)
        } catch {
            return .errored(message: ([String(describing: error)] + refused).joined(separator: "; "))
        }
        return .results(instances.map { compiled.accepts($0) })
    }

    /// The registry, and why schemas of it were left out.
    ///
    /// The same registry comes with many cases, and some of its schemas are wrong on purpose or of other drafts. They
    /// only matter to a case that refers to them, and that case fails by the missing reference.
    private func registered() -> (SchemaRegistry, refused: [String]) {
        var registered = SchemaRegistry()
        var refused: [String] = []
        guard let registry else { return (registered, refused) }
        for member in registry.members {
            do {
                try registered.add(try Self.document(member.value), retrievalURI: member.name)
            } catch {
                refused.append("registry \(member.name): \(error)")
            }
        }
        return (registered, refused)
    }

    /// A schema as a document of its own, since its pointers start at its root.
    private static func document(_ value: JSONValue) throws(JSONTextError) -> JSONDocument {
        try JSONDocument(parsing: value.rawBytes, policy: .rfc8259)
    }

    /// Whether the schema may be right, and is one that the engine chose not to take.
    private static func isRefusedOnPurpose(_ code: SchemaError.Code) -> Bool {
        [.unsupportedPattern, .suspiciousKeyword, .unknownDialect, .tooLarge].contains(code)
    }
}
