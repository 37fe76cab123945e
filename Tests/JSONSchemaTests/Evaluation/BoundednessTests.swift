import JSONSchema
import StrictJSON
import Testing

@Suite("Hostile schemas and instances")
struct BoundednessTests {
    static let policy = JSONTextPolicy(maximumDepth: 100_000, maximumByteCount: 64 << 20)

    static func nested(_ depth: Int, inside leaf: String) throws -> JSONDocument {
        let text = String(repeating: #"{"a":"#, count: depth) + leaf + String(repeating: "}", count: depth)
        return try JSONDocument(parsing: text, policy: policy)
    }

    @Test(arguments: [100, 1_000, 5_000])
    func `a deep instance of a recursive schema gets its verdict`(_ depth: Int) throws {
        let schema = try schema(##"{"anyOf":[{"type":"object","properties":{"a":{"$ref":"#"}}},{"type":"null"}]}"##)
        #expect(schema.accepts(try Self.nested(depth, inside: "null")))
        let wrong = try Self.nested(depth, inside: "1")
        #expect(!schema.accepts(wrong))
        #expect(!schema.violations(in: wrong).isEmpty)
    }

    @Test func `an instance deeper than the limit is refused, not crashed on`() throws {
        let schema = try schema(##"{"type":"object","properties":{"a":{"$ref":"#"}}}"##)
        let document = try Self.nested(60_000, inside: "{}")
        #expect(!schema.accepts(document))
        let found = schema.violations(in: document)
        #expect(found.map(\.message) == ["is too deep or too large for its schema to be applied"])
    }

    @Test(.timeLimit(.minutes(10)))
    func `references that double at each step are cut off`() throws {
        let steps = (0..<60)
            .map {
                ##""a\##($0)":{"allOf":[{"$ref":"#/$defs/a\##($0 + 1)"},{"anyOf":[{"$ref":"#/$defs/a\##($0 + 1)"},{"const":1}]}]}"##
            }
        let text =
            ##"{"$ref":"#/$defs/a0","$defs":{\##(steps.joined(separator: ",")),"a60":{"minProperties":1,"properties":{"x":{"pattern":"y"}}}}}"##
        let document = try JSONDocument(parsing: #"{"x":"y"}"#)
        let schema = try schema(text)
        _ = schema.accepts(document)
        _ = schema.violations(in: document)
    }

    @Test(.timeLimit(.minutes(10)))
    func `uniqueItems of many elements is no quadratic comparison`() throws {
        let schema = try schema(#"{"uniqueItems":true}"#)
        let items = (0..<200_000).map { "[\($0)]" }.joined(separator: ",")
        #expect(schema.accepts(try JSONDocument(parsing: "[\(items)]", policy: Self.policy)))
        #expect(!schema.accepts(try JSONDocument(parsing: "[\(items),[7.0]]", policy: Self.policy)))
    }

    @Test(.timeLimit(.minutes(10)))
    func `unevaluatedProperties of many members is no quadratic search`() throws {
        let text =
            #"{"items":{"anyOf":[{"patternProperties":{"^a":true}},{"required":["b"]}],"unevaluatedProperties":false}}"#
        let schema = try schema(text)
        let items = (0..<20_000).map { #"{"a\#($0)":1,"a":2}"# }.joined(separator: ",")
        #expect(schema.accepts(try JSONDocument(parsing: "[\(items)]", policy: Self.policy)))
        #expect(!schema.accepts(try JSONDocument(parsing: #"[\#(items),{"c":1}]"#, policy: Self.policy)))
    }

    @Test func `a list of violations ends at its limit`() throws {
        let schema = try schema(#"{"items":{"type":"null"}}"#)
        let document = try JSONDocument(parsing: "[\((0..<2_000).map(String.init).joined(separator: ","))]")
        #expect(schema.violations(in: document).count == 1_000)
        #expect(schema.violations(in: document, limit: 3).map(\.instanceLocation.description) == ["/0", "/1", "/2"])
        #expect(schema.violations(in: document, limit: 0).isEmpty)
    }

    @Test func `evaluating the same place twice is no circle`() throws {
        let text =
            ##"{"$defs":{"i":{"type":"integer"}},"allOf":[{"properties":{"a":{"$ref":"#/$defs/i"}}},{"additionalProperties":{"$ref":"#/$defs/i"}}]}"##
        #expect(try accepts(text, #"{"a":1}"#))
        #expect(try !accepts(text, #"{"a":"x"}"#))
    }
}
