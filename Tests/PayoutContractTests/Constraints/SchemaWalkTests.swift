import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct SchemaWalkTests {
    private func sites(_ schema: String, _ body: JSONTree) throws -> [SchemaSite] {
        let document = "{\"$id\": \"urn:bank131:payout:v1:tiny\", \(schema)}"
        let library = try SchemaLibrary(VectorSet(files: ["schemas/v1/tiny.json": Array(document.utf8)]))
        return SchemaWalk(library).sites(of: body, schema: "urn:bank131:payout:v1:tiny")
    }

    private func words(_ sites: [SchemaSite]) -> [String] {
        sites.map { "\($0.schema.pointer) at \($0.instance)\($0.isPresent ? "" : ", absent")" }
    }

    @Test func `members are met where they are, and where they could be`() throws {
        let found = try sites(#""properties": {"a": {"type": "string"}, "b": {"type": "string"}}"#, ["a": "x"])
        #expect(words(found) == [" at ", "/properties/a at /a", "/properties/b at /b, absent"])
    }

    @Test func `references and elements are followed`() throws {
        let schema = ##""properties": {"a": {"items": {"$ref": "#/$defs/e"}}}, "$defs": {"e": {"type": "string"}}"##
        let found = try sites(schema, ["a": ["x"]])
        #expect(words(found).contains("/$defs/e at /a/0"))
    }

    @Test func `the way tells advice, conditions and choices with a rule`() throws {
        let schema = #"""
            "x-should": {"type": "object"}, "if": {"required": ["a"]}, "then": {"required": ["b"]},
            "anyOf": [{"required": ["c"]}], "x-rules": {"anyOf": "ACCOUNT.GIVEN"}
            """#
        let found = try sites(schema, ["a": 1])
        #expect(found.filter(\.isAdvisory).map(\.schema.pointer.description) == ["/x-should"])
        #expect(found.filter(\.isConditional).map(\.schema.pointer.description) == ["/if", "/then", "/anyOf/0"])
        #expect(found.last?.choice?.rule == "ACCOUNT.GIVEN")
    }
}
