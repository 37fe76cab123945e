import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Model: digests of nodes", .timeLimit(.minutes(2))) struct NodeDigestTests {
    private static func model(_ text: String) throws -> SchemaModel {
        let schema = try JSONDocument(parsing: text)
        let subject = try MessageSubject(name: "message", direction: .request, schema: schema)
        return SchemaModel(subject.library, root: subject.root)
    }

    private static func digest(_ text: String) throws -> UInt64 {
        let model = try model(text)
        return model.digest(of: model.root)
    }

    /// Definitions that each use the next one twice; the last one is `last`.
    private static func doubling(_ count: Int, last: String) -> String {
        let definitions = (0..<count)
            .map { number in
                let next = ##"{"$ref":"#/$defs/d\##(number + 1)"}"##
                return #""d\#(number)":{"type":"object","properties":{"a":\#(next),"b":\#(next)}}"#
            }
        return ##"{"$ref":"#/$defs/d0","$defs":{\##(definitions.joined(separator: ",")),"d\##(count)":\##(last)}}"##
    }

    @Test func `definitions that each use the next one twice are read once each`() throws {
        let text = Self.doubling(200, last: #"{"type":"string"}"#)
        #expect(try Self.digest(text) == Self.digest(text))
        #expect(try Self.digest(text) != Self.digest(Self.doubling(200, last: #"{"type":"integer"}"#)))
    }

    @Test func `the same holds where the last one leads back to the first`() throws {
        let text = Self.doubling(200, last: ##"{"$ref":"#/$defs/d0"}"##)
        #expect(try Self.digest(text) == Self.digest(text))
        let other = Self.doubling(200, last: ##"{"type":"object","properties":{"c":{"$ref":"#/$defs/d0"}}}"##)
        #expect(try Self.digest(text) != Self.digest(other))
    }

    @Test func `a change behind more places than can be compared is told as not compared, once`() throws {
        let old = try Self.model(Self.doubling(200, last: #"{"type":"string"}"#))
        let new = try Self.model(Self.doubling(200, last: #"{"type":"integer"}"#))
        let differences = SchemaComparison(old: old, new: new).differences
        #expect(differences.map(\.kind) == [.notCompared])
        #expect(differences.first?.after?.contains("40 places deep") == true)
        let near = try Self.model(Self.doubling(3, last: #"{"type":"string"}"#))
        let other = try Self.model(Self.doubling(3, last: #"{"type":"integer"}"#))
        #expect(SchemaComparison(old: near, new: other).differences.count == 16)
    }

    @Test func `a circle has one digest wherever it is entered first`() throws {
        func circle(_ text: String) -> String {
            ##"{"properties":{"x":{"$ref":"#/$defs/a"},"y":{"$ref":"#/$defs/b"}},"$defs":{"##
                + ##""a":{"required":["k"],"properties":{"next":{"$ref":"#/$defs/b"}}},"##
                + ##""b":{"properties":{"next":{"$ref":"#/$defs/c"}}},"##
                + ##""c":{"type":"\##(text)","properties":{"next":{"$ref":"#/$defs/a"}}}}}"##
        }
        let forwards = try Self.model(circle("object"))
        let backwards = try Self.model(circle("object"))
        let others = try Self.model(circle("array"))
        let names = ["x", "y"]
        let first = names.map { forwards.digest(of: forwards.member($0, of: forwards.root)) }
        let second = names.reversed().map { backwards.digest(of: backwards.member($0, of: backwards.root)) }
        let third = names.map { others.digest(of: others.member($0, of: others.root)) }
        #expect(first == second.reversed())
        #expect(Set(first + third).count == 4)
    }

    @Test func `a circle says the same however often it is unrolled`() throws {
        let once = ##"{"properties":{"next":{"$ref":"#"}},"required":["k"]}"##
        let twice = ##"{"properties":{"next":{"required":["k"],"properties":{"next":{"$ref":"#"}}}},"required":["k"]}"##
        #expect(try Self.digest(once) == Self.digest(twice))
    }

    @Test func `a way into a circle that says what the circle says is the circle`() throws {
        func schema(_ first: String) -> String {
            ##"{"properties":{"a":\##(first)},"$defs":{"d":{"required":["k"],"items":{"$ref":"#/$defs/d"}}}}"##
        }
        let named = schema(##"{"$ref":"#/$defs/d"}"##)
        let written = schema(##"{"required":["k"],"items":{"required":["k"],"items":{"$ref":"#/$defs/d"}}}"##)
        let other = schema(##"{"required":["j"],"items":{"$ref":"#/$defs/d"}}"##)
        #expect(try Self.digest(named) == Self.digest(written))
        #expect(try Self.digest(named) != Self.digest(other))
    }

    @Test(arguments: [
        (#"{"minimum":1.5}"#, #"{"minimum":1.50}"#), (#"{"multipleOf":0.10}"#, #"{"multipleOf":1e-1}"#),
        (#"{"enum":[{"a":2.50}]}"#, #"{"const":{"a":25e-1}}"#), (#"{"x-own":[1.0]}"#, #"{"x-own":[1]}"#),
    ])
    func `a number counts for what it is, however it is written`(_ first: String, _ second: String) throws {
        #expect(try Self.digest(first) == Self.digest(second))
    }
}
