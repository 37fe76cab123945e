import PayoutContract
import StrictJSON
import Testing

@testable import PayoutRegression

@Suite("Contract diff: labelled pairs of schemas") struct MessageDiffTests {
    private static func subject(_ schema: JSONTree, _ direction: MessageType.Direction) throws -> MessageSubject {
        let document = try JSONDocument(parsing: JSONWriter.compact.write(schema))
        return try MessageSubject(name: "message", direction: direction, schema: document)
    }

    @Test func `the corpus has 150 pairs and more`() throws {
        let pairs = try SchemaPair.all()
        #expect(pairs.count >= 150)
        #expect(Set(pairs.map(\.id)).count == pairs.count)
    }

    @Test func `a compatible change survives 1,000 messages where nothing else is asked for`() throws {
        let old = try Self.subject(["type": "boolean"], .request)
        let new = try Self.subject(["type": ["boolean", "null"]], .request)
        var diff = MessageDiff(old: old, new: new)
        let changes = diff.changes()
        #expect(changes.map(\.changeClass) == [.compatible])
        #expect(changes.allSatisfy { $0.survivorCount >= 1_000 })
    }

    @Test(arguments: try SchemaPair.all()) func `each change is found, placed and classified`(_ pair: SchemaPair) throws
    {
        let old = try Self.subject(pair.old, pair.direction)
        let new = try Self.subject(pair.new, pair.direction)
        var diff = MessageDiff(old: old, new: new, survivorCount: pair.survivorCount)
        let changes = diff.changes()
        let found = changes.map { "\($0.kind.rawValue) \($0.changeClass.rawValue)" }.sorted()
        #expect(found == pair.changes.map { "\($0.kind) \($0.changeClass)" }.sorted())
        for label in pair.changes where label.place != nil {
            #expect(changes.contains { $0.kind.rawValue == label.kind && $0.place == label.place })
        }
        for change in changes {
            if let witness = change.witness {
                #expect(old.judge.accepts(witness.body) == witness.isRefusedByNew)
                #expect(new.judge.accepts(witness.body) != witness.isRefusedByNew)
            }
            #expect((change.witness != nil) == [.breaking, .risky].contains(change.changeClass))
            if change.changeClass == .compatible { #expect(change.survivorCount >= pair.survivorCount) }
        }
    }
}
