import StrictJSON
import Testing

@Suite("Properties of refused texts") struct MutationTests {
    /// Bytes that matter to the grammar, and some that never do.
    private static let tokens: [UInt8] =
        Array("{}[]\",:\\/0123456789.-+eEtrufalsn \n\r\t'".utf8) + [
            0, 0x1F, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF,
        ]

    @Test(arguments: 0..<12) func `a mutated text is read or refused inside its bounds`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: 100 + seed)
        var refused = 0
        for round in 0..<1_000 {
            let writer = JSONWriter(
                layout: round % 2 == 0 ? .compact : .spaced,
                escaping: round % 3 == 0 ? .ascii : .utf8
            )
            var text = writer.write(GeneratedTree.make(using: &random))
            for _ in 0..<Int.random(in: 1...3, using: &random) { Self.mutate(&text, using: &random) }
            do throws(JSONTextError) {
                let document = try JSONDocument(parsing: text)
                let again = try JSONDocument(parsing: JSONWriter.compact.write(document.root))
                #expect(again.root.isEqual(to: document.root))
            } catch {
                refused += 1
                #expect((0...text.count).contains(error.offset))
                #expect((error.offset == text.count) == (error.code == .unexpectedEnd))
                #expect(error.relatedOffset.map { (0..<error.offset).contains($0) } ?? (error.code != .duplicateName))
                // What stands after the offending byte has no say, but for a character or escape that starts there.
                let prefix = Array(text.prefix(error.offset + (error.relatedOffset == nil ? 12 : text.count)))
                let again = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: prefix) }
                #expect(again == error || again?.code == .unexpectedEnd)
            }
        }
        #expect(refused > 300)
    }

    @Test(arguments: 0..<4) func `every cut of an array or object ends too early`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: 200 + seed)
        for _ in 0..<60 {
            let text = JSONWriter(escaping: seed % 2 == 0 ? .ascii : .utf8)
                .write([GeneratedTree.make(using: &random)] as JSONTree)
            for length in text.indices {
                let error = #expect(throws: JSONTextError.self) { try JSONDocument(parsing: Array(text[..<length])) }
                #expect(error == JSONTextError(code: .unexpectedEnd, offset: length))
            }
        }
    }

    @Test func `bytes without sense are refused inside their bounds`() {
        var random = SeededGenerator(seed: 300)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...24, using: &random))
                .map { _ in Self.tokens.randomElement(using: &random) ?? 0 }
            do throws(JSONTextError) {
                _ = try JSONDocument(parsing: text, policy: .rfc8259)
            } catch {
                #expect((0...text.count).contains(error.offset))
            }
        }
    }

    private static func mutate(_ text: inout [UInt8], using random: inout SeededGenerator) {
        let place = Int.random(in: 0...text.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where place < text.count: text.remove(at: place)
        case 1 where place < text.count: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2 where place < text.count: text[place] = tokens.randomElement(using: &random) ?? 0
        case 3: text.insert(tokens.randomElement(using: &random) ?? 0, at: place)
        case 4: text.removeLast(text.count - place)
        default:
            let end = Int.random(in: place...text.count, using: &random)
            text.insert(
                contentsOf: text[place..<min(end, place + 20)],
                at: Int.random(in: 0...text.count, using: &random)
            )
        }
    }
}
