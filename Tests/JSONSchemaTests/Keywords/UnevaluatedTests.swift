import JSONSchema
import StrictJSON
import Testing

@Suite("Unevaluated members and elements")
struct UnevaluatedTests {
    static let branches = #"""
        {"anyOf":[{"properties":{"a":{"type":"null"}},"required":["a"]},{"properties":{"b":true},"required":["b"]}],
         "properties":{"c":true},"unevaluatedProperties":false}
        """#

    @Test func `only branches that hold count`() throws {
        #expect(try accepts(Self.branches, #"{"a":null,"c":1}"#))
        #expect(try accepts(Self.branches, #"{"a":null,"b":1}"#))
        #expect(try !accepts(Self.branches, #"{"a":1,"b":1}"#))
        #expect(try !accepts(Self.branches, #"{"a":null,"d":1}"#))
    }

    @Test func `a condition counts where it holds, with its consequence`() throws {
        let text = #"""
            {"if":{"properties":{"k":{"const":1}},"required":["k"]},"then":{"properties":{"x":true}},
             "else":{"properties":{"y":true}},"unevaluatedProperties":false}
            """#
        #expect(try accepts(text, #"{"k":1,"x":1}"#))
        #expect(try !accepts(text, #"{"k":1,"y":1}"#))
        #expect(try accepts(text, #"{"y":1}"#))
        #expect(try !accepts(text, #"{"k":2}"#))
    }

    @Test func `what stands under not counts nothing`() throws {
        let text = #"{"not":{"not":{"properties":{"a":true}}},"unevaluatedProperties":false}"#
        #expect(try !accepts(text, #"{"a":1}"#))
    }

    @Test func `a neighbour in allOf is not seen`() throws {
        let text = #"{"allOf":[{"properties":{"a":true}},{"unevaluatedProperties":false}]}"#
        #expect(try !accepts(text, #"{"a":1}"#))
        #expect(try accepts(text, "{}"))
    }

    @Test func `a nested schema makes its members known outside`() throws {
        let text = #"{"allOf":[{"unevaluatedProperties":{"type":"integer"}}],"unevaluatedProperties":false}"#
        #expect(try accepts(text, #"{"a":1}"#))
        #expect(try !accepts(text, #"{"a":"x"}"#))
    }

    @Test func `elements that contains matches count`() throws {
        let text = #"{"contains":{"type":"null"},"unevaluatedItems":{"type":"integer"}}"#
        #expect(try accepts(text, "[null,1,null]"))
        #expect(try !accepts(text, #"[null,"x"]"#))
    }

    @Test func `a dependent schema counts where its member is there`() throws {
        let text =
            #"{"properties":{"a":true},"dependentSchemas":{"a":{"properties":{"b":true}}},"unevaluatedProperties":false}"#
        #expect(try accepts(text, #"{"a":1,"b":1}"#))
        #expect(try !accepts(text, #"{"b":1}"#))
    }
}
