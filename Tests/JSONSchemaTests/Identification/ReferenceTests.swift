import StrictJSON
import Testing

@testable import JSONSchema

@Suite("References and registries")
struct ReferenceTests {
    /// The examples of RFC 3986 section 5.4.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
        ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
        ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http:g"),
    ])
    func `a reference resolves as RFC 3986 shows`(_ reference: String, expected: String) {
        let base = URIReference("http://a/b/c/d;p?q")
        #expect(URIReference(reference).resolved(against: base).text == expected)
    }

    @Test func `a registry gives what a schema refers to`() throws {
        var registry = SchemaRegistry()
        try registry.add(JSONDocument(parsing: #"{"$id":"urn:x:amount","type":"integer","minimum":1}"#))
        try registry.add(
            JSONDocument(parsing: #"{"$defs":{"a":{"$anchor":"a","type":"null"}}}"#),
            retrievalURI: "https://example.com/dir/one.json"
        )
        #expect(registry.uris == ["https://example.com/dir/one.json", "urn:x:amount"])
        let document = try JSONDocument(
            parsing: ##"""
                {"$id":"https://example.com/dir/two.json",
                 "properties":{"a":{"$ref":"urn:x:amount"},"b":{"$ref":"one.json#a"},"c":{"$ref":"one.json#/$defs/a"}}}
                """##
        )
        let schema = try Schema(compiling: document, registry: registry)
        #expect(schema.accepts(try JSONDocument(parsing: #"{"a":1,"b":null,"c":null}"#)))
        let found = schema.violations(in: try JSONDocument(parsing: #"{"a":0,"b":1,"c":2}"#))
        #expect(
            found.map(\.schemaURI) == [
                "urn:x:amount", "https://example.com/dir/one.json", "https://example.com/dir/one.json",
            ]
        )
        #expect(found.map(\.schemaPointer.description) == ["/minimum", "/$defs/a/type", "/$defs/a/type"])
        #expect(
            found.map(\.keywordLocation) == [
                "/properties/a/$ref/minimum", "/properties/b/$ref/type", "/properties/c/$ref/type",
            ]
        )
    }

    @Test func `a part of a registered document can be compiled by itself`() throws {
        var registry = SchemaRegistry()
        try registry.add(JSONDocument(parsing: #"{"$id":"urn:x","$defs":{"a/b":{"type":"null"}}}"#))
        let schema = try Schema(compiling: "urn:x#/$defs/a~1b", in: registry)
        #expect(schema.accepts(try JSONDocument(parsing: "null")))
        #expect(!schema.accepts(try JSONDocument(parsing: "1")))
    }

    @Test func `a document without an identifier or with a taken one is refused`() throws {
        var registry = SchemaRegistry()
        #expect(throws: SchemaError.self) { try registry.add(JSONDocument(parsing: "{}")) }
        try registry.add(JSONDocument(parsing: #"{"$id":"urn:x"}"#))
        let error = #expect(throws: SchemaError.self) { try registry.add(JSONDocument(parsing: #"{"$id":"urn:x"}"#)) }
        #expect(error?.code == .duplicateIdentifier)
    }

    @Test(arguments: Metaschemas.texts)
    func `a built-in metaschema is a schema by the metaschema`(_ text: String) throws {
        let document = try JSONDocument(parsing: text)
        let metaschema = try Schema(compiling: "\(Metaschemas.base)schema", in: SchemaRegistry())
        #expect(metaschema.violations(in: document).isEmpty)
        _ = try Schema(compiling: document)
    }

    @Test(arguments: [#"{"type":1}"#, #"{"properties":{"a":{"minLength":-1}}}"#, #"{"allOf":[]}"#, "1"])
    func `the metaschema refuses what is no schema`(_ text: String) throws {
        let metaschema = try Schema(compiling: "\(Metaschemas.base)schema", in: SchemaRegistry())
        let document = try JSONDocument(parsing: text)
        #expect(!metaschema.accepts(document))
        #expect(!metaschema.violations(in: document).isEmpty)
    }

    @Test func `a dynamic reference takes the outermost anchor`() throws {
        let text = ##"""
            {"$id":"https://example.com/strict","$ref":"tree","$dynamicAnchor":"node","unevaluatedProperties":false,
             "$defs":{"t":{"$id":"tree","$dynamicAnchor":"node","properties":{"data":true,
               "children":{"items":{"$dynamicRef":"#node"}}}}}}
            """##
        #expect(try accepts(text, #"{"children":[{"data":1}]}"#))
        #expect(try !accepts(text, #"{"children":[{"daat":1}]}"#))
    }
}
