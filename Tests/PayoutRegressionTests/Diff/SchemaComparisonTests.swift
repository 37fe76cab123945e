import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Contract diff: comparison of schemas", .timeLimit(.minutes(2))) struct SchemaComparisonTests {
    private static func differences(
        _ old: String,
        _ new: String,
        limits: SchemaComparison.Limits = SchemaComparison.Limits()
    ) throws -> [SchemaDifference] {
        let models = try [old, new]
            .map { text in
                let schema = try JSONDocument(parsing: text)
                let subject = try MessageSubject(name: "message", direction: .request, schema: schema)
                return SchemaModel(subject.library, root: subject.root)
            }
        return SchemaComparison(old: models[0], new: models[1], limits: limits).differences
    }

    /// An object in which each of `count` members says `demand`.
    private static func wide(_ count: Int, _ demand: String) -> String {
        let members = (0..<count).map { #""m\#($0)":\#(demand)"# }
        return #"{"properties":{\#(members.joined(separator: ","))}}"#
    }

    @Test func `more changes than are listed are told as not compared, once`() throws {
        let differences = try Self.differences(
            Self.wide(30, #"{"minLength":1}"#),
            Self.wide(30, #"{"minLength":2}"#),
            limits: SchemaComparison.Limits(count: 20)
        )
        #expect(differences.count == 21)
        #expect(differences.last?.kind == .notCompared)
        #expect(differences.last?.after?.contains("20 changes") == true)
    }

    @Test func `more places than are compared are told as not compared, once`() throws {
        let differences = try Self.differences(
            Self.wide(30, #"{"properties":{"a":{"pattern":"^a$"}}}"#),
            Self.wide(30, #"{"properties":{"a":{"pattern":"^(a)$"}}}"#),
            limits: SchemaComparison.Limits(visitCount: 20)
        )
        #expect(differences.map(\.kind) == [.notCompared])
        #expect(differences.first?.after?.contains("20 places") == true)
    }

    @Test func `deeper places than are compared are told as not compared, once`() throws {
        func inside(_ leaf: String) -> String {
            #"{"items":{"items":{"properties":{"a":\#(leaf),"b":\#(leaf)}}}}"#
        }
        let differences = try Self.differences(
            inside(#"{"minLength":1}"#),
            inside(#"{"minLength":2}"#),
            limits: SchemaComparison.Limits(depth: 3)
        )
        #expect(differences.map(\.kind) == [.notCompared])
        #expect(differences.first?.pointer.description == "/0/0/a")
    }

    @Test(arguments: [
        (#"{"additionalProperties":true}"#, "{}"), (#"{"properties":{"a":{}}}"#, "{}"), (#"{"items":true}"#, "{}"),
        (#"{"prefixItems":[true,{"title":"second"}]}"#, "{}"), (#"{"patternProperties":{"^x":true}}"#, "{}"),
        (#"{"contains":{"const":1},"minContains":0}"#, "{}"), (#"{"propertyNames":true}"#, "{}"),
        (#"{"dependentSchemas":{"a":true}}"#, "{}"), (#"{"dependentRequired":{"a":[]}}"#, "{}"),
        (#"{"if":{"required":["a"]},"then":true}"#, "{}"),
        (#"{"properties":{"a":{}},"patternProperties":{"^b":false}}"#, #"{"patternProperties":{"^b":false}}"#),
        (#"{"prefixItems":[{"type":"null"}],"items":{"type":"null"}}"#, #"{"items":{"type":"null"}}"#),
        (
            #"{"anyOf":[{"required":["a"]},{"required":["b"]}]}"#,
            #"{"allOf":[{"anyOf":[{"required":["b"]},{"required":["a"]}]},{"anyOf":[{"required":["a"]},{"required":["b"]}]}]}"#
        ),
    ])
    func `what demands nothing is no difference, there or not`(_ first: String, _ second: String) throws {
        #expect(try Self.differences(first, second).isEmpty)
        #expect(try Self.differences(second, first).isEmpty)
    }

    @Test func `a name that says another rule is a difference, also where one side names none`() throws {
        let plain = #"{"pattern":"^a"}"#
        let named = #"{"pattern":"^a","x-rules":{"pattern":"ID.FORM"}}"#
        for differences in [try Self.differences(plain, named), try Self.differences(named, plain)] {
            #expect(differences.map(\.kind) == [.keywordRuleChanged])
        }
        #expect(try Self.differences("false", #"{"not":{},"x-rules":{"not":"ID.FORM"}}"#).count == 1)
    }

    @Test func `two names that look alike and differ in their bytes are not the same name`() throws {
        let composed = "{\"required\":[\"\u{E9}\"]}"
        let decomposed = "{\"required\":[\"e\u{301}\"]}"
        #expect(try !Self.differences(composed, decomposed).isEmpty)
    }
}
