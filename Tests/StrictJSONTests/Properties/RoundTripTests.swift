import StrictJSON
import Testing

@Suite("Properties of reading and writing") struct RoundTripTests {
    private static let writers: [JSONWriter] = [
        JSONWriter.Layout.compact, .spaced, .pretty(indent: 0), .pretty(indent: 2), .pretty(indent: 11),
    ]
    .flatMap { layout in
        [JSONWriter.Escaping.utf8, .ascii]
            .flatMap { escaping in
                [false, true]
                    .map { solidus in
                        JSONWriter(
                            layout: layout,
                            escaping: escaping,
                            escapesSolidus: solidus,
                            endsWithNewline: solidus
                        )
                    }
            }
    }

    /// 20 settings with 600 values each.
    @Test(arguments: writers.indices) func `what is written is read as the same value`(_ setting: Int) throws {
        let writer = Self.writers[setting]
        var random = SeededGenerator(seed: UInt64(setting) &* 1_000 &+ 1)
        for _ in 0..<600 {
            let tree = GeneratedTree.make(using: &random)
            let text = writer.write(tree)
            let document = try JSONDocument(parsing: text)
            let copy = JSONTree(document.root)
            #expect(copy == tree)
            #expect(writer.write(document.root) == text)
            #expect(writer.write(copy) == text)
            if writer.escaping == .ascii { #expect(text.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test func `the bytes of every value are a text of the same value`() throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<800 {
            let writer = Self.writers.randomElement(using: &random) ?? .compact
            let document = try JSONDocument(parsing: writer.write(GeneratedTree.make(using: &random)))
            var values = [document.root]
            while let value = values.popLast() {
                let again = try JSONDocument(parsing: value.rawBytes)
                #expect(again.root.isEqual(to: value))
                #expect(again.root.byteRange == 0..<value.byteRange.count)
                #expect(value.rawBytes.elementsEqual(document.bytes[value.byteRange]))
                #expect(value.count == Array(value.elements).count + Array(value.members).count)
                values.append(contentsOf: value.elements)
                for member in value.members {
                    let name = try JSONDocument(parsing: Array(document.bytes[member.nameByteRange]))
                    #expect(name.root.stringBytes == member.nameBytes)
                    #expect(value[member.name]?.byteRange == member.value.byteRange)
                    values.append(member.value)
                }
            }
        }
    }

    @Test func `equality of documents is equality of trees, up to the order of members`() throws {
        var random = SeededGenerator(seed: 22)
        for _ in 0..<1_000 {
            let tree = GeneratedTree.make(using: &random)
            let other = Self.shuffled(tree, using: &random)
            let document = try JSONDocument(parsing: JSONWriter.compact.write(tree))
            let otherDocument = try JSONDocument(parsing: JSONWriter(escaping: .ascii).write(other))
            #expect(document.root.isEqual(to: otherDocument.root))
            #expect(Self.hash(document.root) == Self.hash(otherDocument.root))
            let changed = try JSONDocument(parsing: JSONWriter.compact.write([tree, 1] as JSONTree))
            #expect(!document.root.isEqual(to: changed.root))
        }
    }

    private static func shuffled(_ tree: JSONTree, using random: inout SeededGenerator) -> JSONTree {
        switch tree {
        case .array(let elements): .array(elements.map { shuffled($0, using: &random) })
        case .object(let members):
            .object(
                members.map { .init(name: $0.name, value: shuffled($0.value, using: &random)) }.shuffled(using: &random)
            )
        default: tree
        }
    }

    private static func hash(_ value: JSONValue) -> Int {
        var hasher = Hasher()
        value.hash(into: &hasher)
        return hasher.finalize()
    }
}
