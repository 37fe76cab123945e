import JSONSchema
import StrictJSON
import Testing

@Suite("Schemas that are refused")
struct RefusalTests {
    static let cases: [(schema: String, code: SchemaError.Code, pointer: String)] = [
        ("1", .notASchema, ""),
        (#"{"properties":{"a":[]}}"#, .notASchema, "/properties/a"),
        (#"{"type":"int"}"#, .invalidKeywordValue, "/type"),
        (#"{"type":[]}"#, .invalidKeywordValue, "/type"),
        (#"{"enum":"a"}"#, .invalidKeywordValue, "/enum"),
        (#"{"minimum":"1"}"#, .invalidKeywordValue, "/minimum"),
        (#"{"exclusiveMinimum":true}"#, .invalidKeywordValue, "/exclusiveMinimum"),
        (#"{"multipleOf":0}"#, .invalidKeywordValue, "/multipleOf"),
        (#"{"multipleOf":-1}"#, .invalidKeywordValue, "/multipleOf"),
        (#"{"multipleOf":0.\#(String(repeating: "3", count: 101))}"#, .invalidKeywordValue, "/multipleOf"),
        (#"{"maxLength":-1}"#, .invalidKeywordValue, "/maxLength"),
        (#"{"minItems":1.5}"#, .invalidKeywordValue, "/minItems"),
        (#"{"uniqueItems":1}"#, .invalidKeywordValue, "/uniqueItems"),
        (#"{"required":true}"#, .invalidKeywordValue, "/required"),
        (#"{"required":[1]}"#, .invalidKeywordValue, "/required"),
        (#"{"dependentRequired":{"a":"b"}}"#, .invalidKeywordValue, "/dependentRequired"),
        (#"{"properties":[]}"#, .invalidKeywordValue, "/properties"),
        (#"{"allOf":[]}"#, .invalidKeywordValue, "/allOf"),
        (#"{"format":1}"#, .invalidKeywordValue, "/format"),
        (#"{"pattern":"("}"#, .invalidPattern, "/pattern"),
        (#"{"pattern":"(?=a)"}"#, .unsupportedPattern, "/pattern"),
        (#"{"patternProperties":{"a)":true}}"#, .invalidPattern, "/patternProperties"),
        (##"{"$ref":"#/$defs/a"}"##, .unknownReference, "/$ref"),
        (##"{"$ref":"#a"}"##, .unknownReference, "/$ref"),
        (#"{"$ref":"https://example.com/other"}"#, .unknownReference, "/$ref"),
        (#"{"$id":"https://example.com/#a"}"#, .invalidIdentifier, "/$id"),
        (#"{"$anchor":"1a"}"#, .invalidKeywordValue, "/$anchor"),
        (#"{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}"#, .duplicateIdentifier, "/$defs/a/$anchor"),
        (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, .unknownDialect, "/$schema"),
        (#"{"requred":["a"]}"#, .suspiciousKeyword, "/requred"),
        (#"{"Type":"string"}"#, .suspiciousKeyword, "/Type"),
        (#"{"tpye":"string"}"#, .suspiciousKeyword, "/tpye"),
        (#"{"minlength":1}"#, .suspiciousKeyword, "/minlength"),
        (#"{"additionalPropertie":false}"#, .suspiciousKeyword, "/additionalPropertie"),
        (#"{"dependencies":{}}"#, .suspiciousKeyword, "/dependencies"),
        (#"{"additionalItems":false}"#, .suspiciousKeyword, "/additionalItems"),
        (#"{"id":"a"}"#, .suspiciousKeyword, "/id"),
        (#"{"divisibleBy":2}"#, .suspiciousKeyword, "/divisibleBy"),
        (#"{"items":[{}]}"#, .suspiciousKeyword, "/items"),
        (##"{"ref":"#"}"##, .suspiciousKeyword, "/ref"),
        (##"{"$ref":"#"}"##, .infiniteReference, ""),
        (
            ##"{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"$ref":"#/$defs/b"}]},"b":{"not":{"$ref":"#/$defs/a"}}}}"##,
            .infiniteReference, "/$defs/a"
        ),
    ]

    @Test(arguments: cases.indices)
    func `a wrong schema is refused with its place`(_ index: Int) throws {
        let test = Self.cases[index]
        let error = try refusal(test.schema)
        #expect(error?.code == test.code, "\(test.schema)")
        #expect(error?.pointer.description == test.pointer, "\(test.schema)")
    }

    @Test(arguments: [
        #"{"x-rules":{},"x-note":1}"#, #"{"note":"n","name":"x","label":1}"#, #"{"definitions":{"a":1}}"#,
        ##"{"properties":{"a":{"$ref":"#"}}}"##, #"{"$comment":"c","title":"t","examples":[],"default":1}"#,
        #"{"contentEncoding":"base64","deprecated":true}"#, #"{"format":"unknown"}"#,
        #"{"const":{"requred":1},"enum":[{"id":1}]}"#, #"{"properties":{"requred":true,"id":true}}"#,
    ])
    func `annotations and plain data are let through`(_ text: String) throws {
        #expect(try refusal(text) == nil)
    }
}
