import JSONSchema
import StrictJSON
import Testing

/// A schema with an instance that it accepts and one that it refuses, so that neither answer can be given blindly.
struct KeywordCase: Sendable, CustomTestStringConvertible {
    var schema: String
    var accepted: String
    var refused: String
    /// The keyword of the only violation of the refused instance.
    var keyword: String
    /// The place of that violation in the instance.
    var location: String

    init(
        _ schema: String,
        accepts accepted: String,
        refuses refused: String,
        by keyword: String,
        at location: String = ""
    ) {
        self.schema = schema
        self.accepted = accepted
        self.refused = refused
        self.keyword = keyword
        self.location = location
    }

    var testDescription: String { schema }
}

@Suite("Keywords")
struct KeywordTests {
    static let assertions: [KeywordCase] = [
        KeywordCase(#"{"properties":{"a":false}}"#, accepts: #"{"b":1}"#, refuses: #"{"a":1}"#, by: "", at: "/a"),
        KeywordCase(#"{"type":"null"}"#, accepts: "null", refuses: "false", by: "type"),
        KeywordCase(#"{"type":"boolean"}"#, accepts: "true", refuses: "null", by: "type"),
        KeywordCase(#"{"type":"integer"}"#, accepts: "1.0", refuses: "1.5", by: "type"),
        KeywordCase(#"{"type":"number"}"#, accepts: "1.5", refuses: #""1""#, by: "type"),
        KeywordCase(#"{"type":["string","array"]}"#, accepts: "[]", refuses: "{}", by: "type"),
        KeywordCase(#"{"enum":["ok",1,null]}"#, accepts: "1.0", refuses: "2", by: "enum"),
        KeywordCase(#"{"enum":["ok","error"]}"#, accepts: #""\u006fk""#, refuses: #""OK""#, by: "enum"),
        KeywordCase(#"{"const":{"a":[1,2]}}"#, accepts: #"{"a":[1.0,2]}"#, refuses: #"{"a":[2,1]}"#, by: "const"),
        KeywordCase(#"{"multipleOf":0.01}"#, accepts: "0.29", refuses: "0.295", by: "multipleOf"),
        KeywordCase(
            #"{"maximum":9007199254740992}"#,
            accepts: "9007199254740992",
            refuses: "9007199254740993",
            by: "maximum"
        ),
        KeywordCase(#"{"exclusiveMaximum":1}"#, accepts: "0.99", refuses: "1.0", by: "exclusiveMaximum"),
        KeywordCase(#"{"minimum":1e400}"#, accepts: "1e400", refuses: "9e399", by: "minimum"),
        KeywordCase(#"{"exclusiveMinimum":0}"#, accepts: "1e-400", refuses: "-0", by: "exclusiveMinimum"),
        KeywordCase(#"{"maxLength":2}"#, accepts: #""ёж""#, refuses: #""ёжи""#, by: "maxLength"),
        KeywordCase(#"{"minLength":2}"#, accepts: #""💩a""#, refuses: #""💩""#, by: "minLength"),
        KeywordCase(#"{"pattern":"^ps_[0-9]+$"}"#, accepts: #""ps_3230""#, refuses: #""ps_""#, by: "pattern"),
        KeywordCase(#"{"maxItems":1}"#, accepts: "[1]", refuses: "[1,2]", by: "maxItems"),
        KeywordCase(#"{"minItems":2}"#, accepts: "[1,2]", refuses: "[1]", by: "minItems"),
        KeywordCase(#"{"uniqueItems":true}"#, accepts: "[1,true]", refuses: "[1,2,1.0]", by: "uniqueItems"),
        KeywordCase(#"{"maxProperties":1}"#, accepts: #"{"a":1}"#, refuses: #"{"a":1,"b":2}"#, by: "maxProperties"),
        KeywordCase(#"{"minProperties":1}"#, accepts: #"{"a":1}"#, refuses: "{}", by: "minProperties"),
        KeywordCase(#"{"required":["a"]}"#, accepts: #"{"\u0061":1}"#, refuses: #"{"b":1}"#, by: "required"),
        KeywordCase(
            #"{"dependentRequired":{"a":["b"]}}"#,
            accepts: #"{"b":1}"#,
            refuses: #"{"a":1}"#,
            by: "dependentRequired"
        ),
    ]

    static let applicators: [KeywordCase] = [
        KeywordCase(
            #"{"properties":{"a":{"type":"null"}}}"#,
            accepts: #"{"a":null}"#,
            refuses: #"{"a":1}"#,
            by: "type",
            at: "/a"
        ),
        KeywordCase(
            #"{"properties":{"":{"const":3},"ab":true}}"#,
            accepts: #"{"ab":{}}"#,
            refuses: #"{"ab":3,"":{}}"#,
            by: "const",
            at: "/"
        ),
        KeywordCase(
            #"{"patternProperties":{"^x":{"type":"null"}}}"#,
            accepts: #"{"x":null,"y":1}"#,
            refuses: #"{"x1":1}"#,
            by: "type",
            at: "/x1"
        ),
        KeywordCase(
            #"{"properties":{"a":true},"patternProperties":{"^x":true},"additionalProperties":false}"#,
            accepts: #"{"a":1,"x":1}"#,
            refuses: #"{"a":1,"b":2}"#,
            by: "additionalProperties",
            at: "/b"
        ),
        KeywordCase(
            #"{"additionalProperties":{"type":"null"}}"#,
            accepts: #"{"a":null}"#,
            refuses: #"{"a":1}"#,
            by: "type",
            at: "/a"
        ),
        KeywordCase(
            #"{"propertyNames":{"maxLength":1}}"#,
            accepts: #"{"a":1}"#,
            refuses: #"{"ab":1}"#,
            by: "maxLength",
            at: "/ab"
        ),
        KeywordCase(#"{"prefixItems":[{"type":"null"}]}"#, accepts: "[null,1]", refuses: "[1]", by: "type", at: "/0"),
        KeywordCase(#"{"items":{"type":"null"}}"#, accepts: "[null]", refuses: "[null,1]", by: "type", at: "/1"),
        KeywordCase(
            #"{"prefixItems":[true],"items":{"type":"null"}}"#,
            accepts: "[1,null]",
            refuses: "[1,1]",
            by: "type",
            at: "/1"
        ),
        KeywordCase(#"{"contains":{"const":1}}"#, accepts: "[0,1]", refuses: "[0]", by: "contains"),
        KeywordCase(#"{"contains":{"const":1},"minContains":2}"#, accepts: "[1,1]", refuses: "[1,0]", by: "contains"),
        KeywordCase(#"{"contains":{"const":1},"maxContains":1}"#, accepts: "[1,0]", refuses: "[1,1]", by: "contains"),
        KeywordCase(#"{"allOf":[{"minimum":1},{"maximum":3}]}"#, accepts: "2", refuses: "4", by: "maximum"),
        KeywordCase(#"{"anyOf":[{"minimum":3},{"maximum":1}]}"#, accepts: "0", refuses: "2", by: "minimum"),
        KeywordCase(#"{"oneOf":[{"minimum":1},{"maximum":3}]}"#, accepts: "4", refuses: "2", by: "oneOf"),
        KeywordCase(#"{"not":{"type":"null"}}"#, accepts: "1", refuses: "null", by: "not"),
        KeywordCase(
            #"{"if":{"type":"number"},"then":{"minimum":1},"else":{"type":"null"}}"#,
            accepts: "null",
            refuses: "0",
            by: "minimum"
        ),
        KeywordCase(
            #"{"if":{"type":"number"},"then":{"minimum":1},"else":{"type":"null"}}"#,
            accepts: "1",
            refuses: "[]",
            by: "type"
        ),
        KeywordCase(
            #"{"dependentSchemas":{"a":{"required":["b"]}}}"#,
            accepts: #"{"c":1}"#,
            refuses: #"{"a":1}"#,
            by: "required"
        ),
        KeywordCase(
            ##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##,
            accepts: "null",
            refuses: "1",
            by: "type"
        ),
        KeywordCase(
            ##"{"$ref":"#a","$defs":{"x":{"$anchor":"a","type":"null"}}}"##,
            accepts: "null",
            refuses: "1",
            by: "type"
        ),
        KeywordCase(
            ##"{"$dynamicRef":"#a","$defs":{"x":{"$dynamicAnchor":"a","type":"null"}}}"##,
            accepts: "null",
            refuses: "1",
            by: "type"
        ),
        KeywordCase(
            #"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}"#,
            accepts: #"{"a":1}"#,
            refuses: #"{"a":1,"b":1}"#,
            by: "unevaluatedProperties",
            at: "/b"
        ),
        KeywordCase(
            #"{"anyOf":[{"prefixItems":[true]}],"unevaluatedItems":false}"#,
            accepts: "[1]",
            refuses: "[1,2]",
            by: "unevaluatedItems",
            at: "/1"
        ),
    ]

    @Test(arguments: assertions + applicators)
    func `accepts what it allows and refuses what it does not`(_ test: KeywordCase) throws {
        #expect(try accepts(test.schema, test.accepted))
        #expect(try !accepts(test.schema, test.refused))
    }

    @Test(arguments: assertions + applicators)
    func `names the keyword and the place`(_ test: KeywordCase) throws {
        let found = try violations(test.schema, test.refused)
        #expect(found.map(\.keyword) == [test.keyword])
        #expect(found.map(\.instanceLocation.description) == [test.location])
    }

    @Test func `the schema true accepts everything and false nothing`() throws {
        #expect(try accepts("true", "null"))
        #expect(try accepts("{}", "null"))
        #expect(try !accepts("false", "null"))
    }
}
