import PayoutContract
import PayoutVectors
import StrictJSON
import Testing

struct ConstraintCatalogueTests {
    private func catalogue(_ schema: String) throws -> [Constraint] {
        let document = "{\"$id\": \"urn:bank131:payout:v1:tiny\", \(schema)}"
        let library = try SchemaLibrary(VectorSet(files: ["schemas/v1/tiny.json": Array(document.utf8)]))
        return try ConstraintCatalogue(library, rules: try VectorSet.embedded.rules()).all
    }

    @Test func `a constraint belongs to the rule beside it, else to the default of its keyword`() throws {
        let found = try catalogue(#""minimum": 1, "type": "integer", "x-rules": {"minimum": "AMOUNT.POSITIVE"}"#)
        #expect(found.map(\.keyword) == ["minimum", "type"])
        #expect(found.map(\.rules) == [["AMOUNT.POSITIVE"], ["MEMBER.TYPE"]])
        #expect(found.map(\.description) == ["v1/tiny#/minimum", "v1/tiny#/type"])
    }

    @Test func `a condition belongs to the rules of what it decides about`() throws {
        let found = try catalogue(
            #""if": {"required": ["a"]}, "then": {"required": ["b"], "x-rules": {"required": "INSTRUMENT.ONE"}}"#
        )
        #expect(found.map(\.role) == [.condition, .condition, .assertion])
        #expect(found.allSatisfy { $0.rules == ["INSTRUMENT.ONE"] })
    }

    @Test func `a condition whose consequences only refer to a schema belongs to the rules of that schema`() throws {
        let found = try catalogue(
            ##"""
            "if": {"required": ["a"]}, "then": {"properties": {"b": {"$ref": "#/$defs/none"}}},
            "$defs": {"none": {"not": {}, "x-rules": {"not": "INSTRUMENT.ONE"}}}
            """##
        )
        #expect(found.filter { $0.role == .condition }.map(\.keyword) == ["if", "required"])
        #expect(found.filter { $0.role == .condition }.allSatisfy { $0.rules == ["INSTRUMENT.ONE"] })
    }

    @Test func `what a list has to contain finds nothing wrong by itself, so a condition does not belong to it`() throws
    {
        let found = try catalogue(
            #""if": {"minItems": 1}, "then": {"contains": {"type": "object"}, "x-rules": {"contains": "WEBHOOK.REFUND_LISTED"}}"#
        )
        #expect(found.filter { $0.role == .condition }.allSatisfy { $0.rules == ["WEBHOOK.REFUND_LISTED"] })
    }

    @Test func `what stands in x-should is advice, and its list of known names is none`() throws {
        let found = try catalogue(#""x-should": {"properties": {"a": true}, "additionalProperties": false}"#)
        #expect(found.map(\.description) == ["v1/tiny#/x-should/additionalProperties"])
        #expect(found.map(\.role) == [.advice])
    }

    @Test func `a branch belongs to its choice as well`() throws {
        let found = try catalogue(#""anyOf": [{"required": ["a"]}], "x-rules": {"anyOf": "ACCOUNT.GIVEN"}"#)
        #expect(found.map(\.role) == [.assertion, .alternative])
        #expect(found.last?.rules == ["ACCOUNT.GIVEN", "MEMBER.REQUIRED"])
    }

    @Test func `annotations without effect and formats are no constraints`() throws {
        #expect(try catalogue(#""title": "t", "format": "date", "x-sensitive": "card", "$comment": "c""#).isEmpty)
    }

    @Test func `a check that no schema states is a constraint of its rule`() throws {
        let found = try catalogue(#""x-luhn": "CARD.LUHN", "x-maximum-bytes": {"METADATA.SIZE": 9}, "x-echo": "/a""#)
        #expect(found.map(\.rules) == [["CARD.LUHN"], ["METADATA.SIZE"], ["SESSION.ECHO"]])
    }

    @Test func `a keyword that the list does not know is an error`() {
        #expect(throws: ContractError.self) { try catalogue(#""x-new": "A.B""#) }
        #expect(throws: ContractError.self) { try catalogue(#""properties": {"a": {"minimun": 1}}"#) }
    }

    @Test func `the contract of the package has constraints in every role`() throws {
        let library = try SchemaLibrary(.embedded)
        let all = try ConstraintCatalogue(library, rules: try VectorSet.embedded.rules()).all
        #expect(Set(all.map(\.role)) == Set(Constraint.Role.allCases))
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { library[$0.schema]?[$0.keyword] == $0.value })
    }
}
