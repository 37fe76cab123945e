import JSONSchema
import StrictJSON
import Testing

@Suite("The advisory keyword")
struct AdviceTests {
    let options = SchemaOptions(advisoryKeyword: "x-should")

    @Test func `its failures are advice and change no verdict`() throws {
        let text = #"{"minimum":1,"x-should":{"maximum":10}}"#
        let document = try JSONDocument(parsing: "11")
        let schema = try schema(text, options: options)
        #expect(schema.accepts(document))
        let found = schema.violations(in: document)
        #expect(found.map(\.keyword) == ["maximum"])
        #expect(found.map(\.isAdvisory) == [true])
        #expect(found.map(\.keywordLocation) == ["/x-should/maximum"])
    }

    @Test func `it sees what the schema object around it has evaluated`() throws {
        let text = ##"""
            {"$ref":"#/$defs/r","allOf":[{"properties":{"a":true}}],"properties":{"b":true},
             "x-should":{"unevaluatedProperties":false},"$defs":{"r":{"properties":{"c":true}}}}
            """##
        let found = try violations(text, #"{"a":1,"b":2,"c":3,"d":4}"#, options: options)
        #expect(found.map(\.memberName) == ["d"])
        #expect(found.map(\.isAdvisory) == [true])
        #expect(found.map(\.instanceLocation.description) == ["/d"])
    }

    @Test func `what advice evaluates is not evaluated for the schema around it`() throws {
        let text = #"{"x-should":{"properties":{"a":true}},"unevaluatedProperties":false}"#
        #expect(try !accepts(text, #"{"a":1}"#, options: options))
    }

    @Test func `what advice inside evaluates is not evaluated outside`() throws {
        let text = #"{"allOf":[{"x-should":{"properties":{"a":true}}}],"unevaluatedProperties":false}"#
        #expect(try violations(text, #"{"a":1}"#, options: options).map(\.keyword) == ["unevaluatedProperties"])
    }

    @Test func `without the option it is an annotation`() throws {
        #expect(try violations(#"{"x-should":{"maximum":10}}"#, "11").isEmpty)
    }

    @Test func `advice of a branch that does not hold is not given`() throws {
        let text = #"{"anyOf":[{"type":"null","x-should":false},{"type":"number","x-should":{"maximum":1}}]}"#
        #expect(try violations(text, "5", options: options).map(\.keyword) == ["maximum"])
    }
}
