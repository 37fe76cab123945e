import JSONSchema
import StrictJSON
import TestSupport
import Testing

/// The JSON Schema Test Suite, read from the checkout that `JSON_SCHEMA_TEST_SUITE` names.
enum OfficialSuite {
    static let folder = Files.environment("JSON_SCHEMA_TEST_SUITE")

    /// One group of the suite: a schema and its instances.
    struct Group: Sendable, CustomTestStringConvertible {
        var file: String
        var description: String
        var schema: JSONDocument
        var tests: [Case]
        var testDescription: String { "\(file): \(description)" }
    }

    struct Case: Sendable {
        var description: String
        var instance: JSONDocument
        var isValid: Bool
    }

    struct Unreadable: Error {
        var path: String
    }

    /// Groups of the required tests, or of the optional ones.
    static func groups(optional: Bool) throws -> [Group] {
        guard let folder else { return [] }
        let root = "\(folder)/tests/draft2020-12"
        var groups: [Group] = []
        for path in try Files.jsonFiles(below: root) {
            let file = String(path.dropFirst(root.count + 1))
            guard file.hasPrefix("optional/") == optional else { continue }
            let document = try JSONDocument(parsing: try Files.bytes(at: path), policy: .rfc8259)
            for group in document.root.elements {
                groups.append(try Self.group(group, file: file))
            }
        }
        guard groups.count > 10 else { throw Unreadable(path: root) }
        return groups
    }

    private static func group(_ group: JSONValue, file: String) throws -> Group {
        guard let schema = group["schema"], let tests = group["tests"] else { throw Unreadable(path: file) }
        return Group(
            file: file,
            description: group["description"]?.string ?? "",
            schema: try document(schema),
            tests: try tests.elements.map { test in
                guard let data = test["data"], let isValid = test["valid"]?.boolean else {
                    throw Unreadable(path: file)
                }
                return Case(
                    description: test["description"]?.string ?? "",
                    instance: try document(data),
                    isValid: isValid
                )
            }
        )
    }

    private static func document(_ value: JSONValue) throws -> JSONDocument {
        try JSONDocument(parsing: value.rawBytes, policy: .rfc8259)
    }

    /// The schemas that the suite expects at http://localhost:1234.
    static let registry: SchemaRegistry = {
        var registry = SchemaRegistry()
        guard let folder else { return registry }
        for draft in ["draft2020-12", "draft2019-09"] {
            let root = "\(folder)/remotes/\(draft)"
            for path in (try? Files.jsonFiles(below: root)) ?? [] {
                guard let bytes = try? Files.bytes(at: path), let document = try? JSONDocument(parsing: bytes) else {
                    continue
                }
                // Some remotes are wrong on purpose; a test that needs one fails by itself.
                try? registry.add(
                    document,
                    retrievalURI: "http://localhost:1234/\(draft)/\(path.dropFirst(root.count + 1))"
                )
            }
        }
        return registry
    }()
}
