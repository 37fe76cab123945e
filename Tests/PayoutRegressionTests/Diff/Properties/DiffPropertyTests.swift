import PayoutContract
import StrictJSON
import TestSupport
import Testing

@testable import PayoutRegression

@Suite("Contract diff: random schemas", .timeLimit(.minutes(30))) struct DiffPropertyTests {
    /// How many pairs a test tries; `PAYOUTKIT_DIFF_SEEDS` in the environment sets another number.
    private static let seedCount =
        Files.environment("PAYOUTKIT_DIFF_SEEDS").flatMap { UInt64($0) } ?? 20

    private static func subject(_ schema: JSONTree, _ direction: MessageType.Direction) throws -> MessageSubject {
        let document = try JSONDocument(parsing: JSONWriter.compact.write(schema))
        return try MessageSubject(name: "message", direction: direction, schema: document)
    }

    /// Values that one side accepts, as seen from either end.
    private struct Flips {
        var narrowing: JSONTree?
        var widening: JSONTree?
    }

    private static func flips(_ old: MessageSubject, _ new: MessageSubject, seed: UInt64) -> Flips {
        var schemas = RandomSchemas(seed: seed)
        var flips = Flips()
        func take(_ value: JSONTree) {
            let verdicts = (old.judge.accepts(value), new.judge.accepts(value))
            if verdicts == (true, false) { flips.narrowing = value }
            if verdicts == (false, true) { flips.widening = value }
        }
        for _ in 0..<120 { take(schemas.value(depth: 3)) }
        for subject in [old, new] {
            var generator = MessageGenerator(subject, seed: seed)
            for sample in generator.valid(count: 20) {
                take(sample.body)
                for name in RandomSchemas.names where sample.body.members != nil {
                    var mutant = sample.body
                    mutant[name] = schemas.below(2) == 0 ? nil : schemas.value(depth: 1)
                    take(mutant)
                }
            }
        }
        return flips
    }

    @Test(arguments: 0..<4)
    func `what changes its verdict is never called harmless, and witnesses are what they say`(_ part: UInt64) throws {
        var flipCount = 0
        for seed in 0..<Self.seedCount {
            let seed = seed * 4 + part
            var schemas = RandomSchemas(seed: seed)
            var edits = SchemaEdits(seed: seed + 1_000_000)
            let schema = schemas.document()
            var other = edits.edited(schema)
            if seed % 3 == 0 { other = edits.edited(other) }
            for direction in [MessageType.Direction.request, .webhook] {
                let (old, new) = (try Self.subject(schema, direction), try Self.subject(other, direction))
                var diff = MessageDiff(old: old, new: new, survivorCount: 20)
                let changes = diff.changes()
                let flips = Self.flips(old, new, seed: seed)
                let story = Self.story(seed, direction, schema, other, changes)
                let harmful = direction == .request ? flips.narrowing : flips.widening
                if let harmful {
                    flipCount += 1
                    #expect(changes.contains { $0.changeClass >= .undecided }, "\(story) FLIP \(harmful)")
                }
                if let flip = flips.narrowing ?? flips.widening {
                    #expect(changes.contains { $0.changeClass != .documentation }, "\(story) FLIP \(flip)")
                }
                Self.expectWitnesses(of: changes, old, new, story)
            }
        }
        #expect(flipCount > Self.seedCount / 8)
    }

    /// The evidence hides what the comparison gets wrong, so here is none.
    @Test(arguments: 0..<4)
    func `what is said to allow less allows nothing more, and the other way round`(_ part: UInt64) throws {
        var flipCount = 0
        for seed in 0..<Self.seedCount * 5 {
            let seed = seed * 4 + part
            var schemas = RandomSchemas(seed: seed)
            var edits = SchemaEdits(seed: seed + 2_000_000)
            let schema = schemas.document()
            let other = edits.edited(schema)
            let (old, new) = (try Self.subject(schema, .request), try Self.subject(other, .request))
            let models = [old, new].map { SchemaModel($0.library, root: $0.root) }
            let comparison = SchemaComparison(old: models[0], new: models[1])
            let effect = comparison.wholeEffect
            if effect == .either { continue }
            let flips = Self.flips(old, new, seed: seed)
            let kinds = comparison.differences.map { "\($0.kind.rawValue) \($0.effect) \($0.pointer)" }
            let story = "seed \(seed): \(Self.text(schema)) to \(Self.text(other)): \(kinds)"
            if let flip = flips.narrowing { #expect(effect == .narrows, "\(story) FLIP \(flip)") }
            if let flip = flips.widening { #expect(effect == .widens, "\(story) FLIP \(flip)") }
            if flips.narrowing != nil || flips.widening != nil { flipCount += 1 }
        }
        #expect(flipCount > Self.seedCount / 4)
    }

    private static func expectWitnesses(
        of changes: [ContractChange],
        _ old: MessageSubject,
        _ new: MessageSubject,
        _ story: String
    ) {
        for change in changes {
            #expect((change.witness != nil) == [.breaking, .risky].contains(change.changeClass), "\(story)")
            guard let witness = change.witness else { continue }
            #expect(old.judge.accepts(witness.body) == witness.isRefusedByNew, "\(story)")
            #expect(new.judge.accepts(witness.body) != witness.isRefusedByNew, "\(story)")
        }
    }

    @Test(arguments: 0..<4)
    func `other words for the same are no change`(_ part: UInt64) throws {
        for seed in 0..<Self.seedCount * 2 {
            let seed = seed * 4 + part
            var schemas = RandomSchemas(seed: seed)
            var edits = SchemaEdits(seed: seed + 1_000_000)
            let schema = schemas.document()
            var other = schema
            var names: [String] = []
            for _ in 0...(seed % 3) {
                let reworded = edits.reworded(other)
                other = reworded.schema
                names.append(reworded.edit)
            }
            let (old, new) = (try Self.subject(schema, .request), try Self.subject(other, .request))
            let models = [old, new].map { SchemaModel($0.library, root: $0.root) }
            let kinds = SchemaComparison(old: models[0], new: models[1]).differences.map(\.kind)
            #expect(kinds.isEmpty, "seed \(seed) \(names): \(Self.text(schema)) to \(Self.text(other))")
        }
    }

    private static func story(
        _ seed: UInt64,
        _ direction: MessageType.Direction,
        _ old: JSONTree,
        _ new: JSONTree,
        _ changes: [ContractChange]
    ) -> String {
        let list = changes.map { "\($0.kind.rawValue) \($0.changeClass) \($0.place)" }
        return "seed \(seed) \(direction): \(text(old)) to \(text(new)): \(list)"
    }

    private static func text(_ tree: JSONTree) -> String { JSONWriter.compact.writeString(tree) }
}
