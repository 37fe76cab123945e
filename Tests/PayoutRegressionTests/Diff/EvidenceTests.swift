import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Contract diff: schemas that lead to very much", .timeLimit(.minutes(5))) struct EvidenceTests {
    private static func subject(_ schema: String) throws -> MessageSubject {
        try MessageSubject(name: "message", direction: .request, schema: JSONDocument(parsing: schema))
    }

    /// Definitions that each use the next one twice, for members that have to be there or for the same value.
    private static func doubling(_ count: Int, _ last: String, _ use: (String) -> String) -> String {
        let definitions = (0..<count)
            .map { number in
                let next = ##"{"$ref":"#/$defs/d\##(number + 1)"}"##
                return #""d\#(number)":\#(use(next))"#
            }
        return ##"{"$ref":"#/$defs/d0","$defs":{\##(definitions.joined(separator: ",")),"d\##(count)":\##(last)}}"##
    }

    private static func members(_ next: String) -> String {
        #"{"type":"object","properties":{"a":\#(next),"b":\#(next)},"required":["a","b"]}"#
    }

    private static func branches(_ next: String) -> String {
        #"{"anyOf":[{"allOf":[\#(next),{"maxLength":9}]},{"allOf":[\#(next),{"maxLength":8}]}]}"#
    }

    private static func changes(_ use: (String) -> String, count: Int) throws -> [ContractChange] {
        var diff = MessageDiff(
            old: try subject(doubling(count, #"{"type":"string"}"#, use)),
            new: try subject(doubling(count, #"{"type":"integer"}"#, use)),
            ruleLevels: RuleLevels(),
            survivorCount: 100,
            maximumEffort: 1_000_000
        )
        return diff.changes()
    }

    @Test func `messages that would be too large are given up, and nothing is called compatible`() throws {
        let changes = try Self.changes(Self.members, count: 24)
        #expect(!changes.isEmpty)
        #expect(changes.allSatisfy { $0.changeClass == .undecided })
    }

    @Test func `a value that is judged over and over is judged a few times alone`() throws {
        let changes = try Self.changes(Self.branches, count: 12)
        #expect(!changes.isEmpty)
        #expect(changes.allSatisfy { $0.changeClass >= .undecided })
    }

    @Test func `what may do harm and is not shown says so`() throws {
        // A member that nothing else than the branches of a choice that never hold describe.
        var diff = MessageDiff(
            old: try Self.subject(#"{"type":"object","not":{"required":["a"]}}"#),
            new: try Self.subject(#"{"type":"object","not":{"required":["a"]},"properties":{"a":{"type":"string"}}}"#),
            survivorCount: 100
        )
        let changes = diff.changes()
        #expect(changes.map(\.changeClass) == [.undecided])
        #expect(changes.first?.note?.contains("no message was found") == true)
    }

    @Test func `values of definitions that use one another stay small, and goals and breaks few`() throws {
        let subject = try Self.subject(
            Self.doubling(40, #"{"type":"string"}"#) { next in
                let members = (0..<10).map { #""m\#($0)":\#(next)"# }
                return #"{"type":"object","properties":{\#(members.joined(separator: ","))}}"#
            }
        )
        let model = SchemaModel(subject.library, root: subject.root)
        var builder = ValueBuilder(model: model, seed: 1)
        builder.fullness = .full
        let built = builder.value(of: model.root)
        let value = try #require(built)
        #expect(JSONWriter.compact.write(value).count < 40 * ValueBuilder.maximumPartCount)
        var random = SeededRandom(seed: 1)
        #expect(GenerationGoals(model: model, random: &random).all.count <= 5_000)
        #expect(BreakList(model: model, random: random).all.count <= 20_000)
    }
}
