import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Contract diff: fingerprints", .timeLimit(.minutes(2))) struct FingerprintTests {
    /// The changes from one schema to another; the harm is not weighed.
    private static func changes(_ old: String, _ new: String) throws -> [ContractChange] {
        let sides = try [old, new]
            .map { text in
                try MessageSubject(name: "message", direction: .response, schema: JSONDocument(parsing: text))
            }
        var diff = MessageDiff(old: sides[0], new: sides[1], survivorCount: 1)
        return diff.changes()
    }

    private static func fingerprints(_ kind: String, _ old: String, _ new: String) throws -> Set<String> {
        Set(try changes(old, new).filter { $0.kind.rawValue == kind }.map(\.fingerprint))
    }

    /// A kind, the schema before, and two different ones after.
    static let pairs = [
        ("condition-added", "{}", condition(1), condition(2)),
        ("condition-removed", condition(1), "{}", nil),
        ("condition-changed", condition(3), condition(1), condition(2)),
        ("choice-added", "{}", choice(1), choice(2)),
        ("alternative-added", choice(1), alternatives(5), alternatives(6)),
        ("advice-changed", advice(3), advice(1), advice(2)),
        ("member-described", "{}", member(1), member(2)),
        ("names-restricted", "{}", names(1), names(2)),
        ("names-changed", names(3), names(1), names(2)),
        ("keyword-changed", #"{"x-own":3}"#, #"{"x-own":1}"#, #"{"x-own":2}"#),
        ("prohibition-added", "{}", prohibition(1), prohibition(2)),
    ]

    private static func condition(_ limit: Int) -> String {
        #"{"if":{"required":["k\#(limit)"]},"then":{"minProperties":\#(limit)}}"#
    }
    private static func choice(_ limit: Int) -> String {
        #"{"anyOf":[{"required":["a"],"minProperties":\#(limit)},{"required":["b"]}]}"#
    }
    private static func alternatives(_ limit: Int) -> String {
        #"{"anyOf":[{"required":["a"],"minProperties":1},{"required":["b"]},{"type":"object","required":["c"],"#
            + #""minProperties":\#(limit)}]}"#
    }
    private static func advice(_ limit: Int) -> String { #"{"x-should":{"minProperties":\#(limit)}}"# }
    private static func member(_ limit: Int) -> String { #"{"properties":{"a":{"minLength":\#(limit)}}}"# }
    private static func names(_ limit: Int) -> String { #"{"propertyNames":{"minLength":\#(limit)}}"# }
    private static func prohibition(_ limit: Int) -> String {
        #"{"not":{"required":["a"],"minProperties":\#(limit)}}"#
    }

    @Test(arguments: pairs) func `a change of the same kind and place that says something else is another one`(
        _ kind: String,
        _ old: String,
        _ new: String,
        _ other: String?
    ) throws {
        let own = try Self.fingerprints(kind, old, new)
        #expect(!own.isEmpty)
        let foreign =
            try other.map { try Self.fingerprints(kind, old, $0) } ?? Self.fingerprints(kind, Self.condition(2), "{}")
        #expect(!foreign.isEmpty)
        #expect(own.isDisjoint(with: foreign))
    }

    @Test(arguments: pairs) func `an edit elsewhere leaves the fingerprint as it is`(
        _ kind: String,
        _ old: String,
        _ new: String,
        _: String?
    ) throws {
        func inside(_ schema: String, _ other: String) -> String {
            #"{"properties":{"inner":\#(schema),"outer":{"maxLength":\#(other)}}}"#
        }
        let alone = try Self.fingerprints(kind, inside(old, "5"), inside(new, "5"))
        #expect(!alone.isEmpty)
        #expect(try Self.fingerprints(kind, inside(old, "5"), inside(new, "6")) == alone)
    }

    @Test func `another spelling of a number is no other change`() throws {
        func schema(_ number: String) -> String {
            #"{"if":{"required":["a"]},"then":{"properties":{"a":{"minimum":\#(number)}}}}"#
        }
        #expect(
            try Self.fingerprints("condition-added", "{}", schema("1.5"))
                == Self.fingerprints("condition-added", "{}", schema("1.50"))
        )
    }
}
