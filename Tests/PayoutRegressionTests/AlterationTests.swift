import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON
import Testing

struct AlterationTests {
    private func names(_ keyword: String, _ value: JSONTree, role: Constraint.Role = .assertion) -> [String] {
        let place = SchemaPlace(uri: "urn:bank131:payout:v1:tiny", pointer: .root)
        let rules: [RuleID] = ["MEMBER.TYPE"]
        return Constraint(schema: place, keyword: keyword, value: value, role: role, rules: rules).alterations
            .map(\.name)
    }

    @Test func `a bound is taken away and moved to both sides`() {
        #expect(names("maximum", 10) == ["is gone", "is 11", "is 9"])
        #expect(names("maxItems", 0) == ["is gone", "is 1"])
        #expect(names("minLength", 1) == ["is gone", "is 2"])
    }

    @Test func `each value and each name is dropped`() {
        #expect(names("enum", ["a", "b"]) == ["is gone", "without the value a", "without the value b"])
        #expect(names("required", ["a", "b"]) == ["without the name a", "without the name b"])
    }

    @Test func `a type loses each alternative and takes in the one that it is mistaken for`() {
        #expect(
            names("type", ["string", "null"]) == ["is gone", "without string", "without null", "with integer as well"]
        )
        #expect(names("type", "integer") == ["is gone", "with string as well", "with number for integer"])
        #expect(names("type", ["object", "null"], role: .condition) == ["is gone", "without object", "without null"])
    }

    @Test func `a pattern loses its anchors, and its counts move`() {
        #expect(
            names("pattern", "^[0-9]{2}$") == [
                "is gone", "never matches", "without ^ at the start", "without $ at the end", "with {2,3} for {2}",
                "with {1,2} for {2}",
            ]
        )
    }

    @Test func `a condition always holds, and never`() {
        #expect(names("if", ["type": "object"]) == ["always holds", "never holds"])
    }
}
