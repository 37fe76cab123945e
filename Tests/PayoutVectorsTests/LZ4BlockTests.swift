import Testing

@testable import PayoutVectors

/// Blocks written by hand after the description of the format; what the build packs is compared in EmbeddingTests.
struct LZ4BlockTests {
    /// Blocks and what they hold.
    static let blocks: [(block: [UInt8], text: String)] = [
        ([0x00], ""),
        ([0x30] + ascii("abc"), "abc"),
        // Three literals, a match of 4 bytes 3 back that reaches into itself, five literals.
        ([0x30] + ascii("abc") + [0x03, 0x00, 0x50] + ascii("12345"), "abcabca12345"),
        ([0x31] + ascii("abc") + [0x03, 0x00, 0x50] + ascii("12345"), "abcabcab12345"),
        // Lengths that go on behind the token: 15 + 0 and 15 + 255 + 1 literals.
        ([0xF0, 0x00] + ascii(String(repeating: "a", count: 15)), String(repeating: "a", count: 15)),
        ([0xF0, 0xFF, 0x01] + ascii(String(repeating: "a", count: 271)), String(repeating: "a", count: 271)),
        // A match of 4 + 15 + 3 bytes, one byte back.
        ([0x1F, 0x61, 0x01, 0x00, 0x03, 0x00], String(repeating: "a", count: 23)),
    ]

    private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: blocks)
    func `a block holds literals and matches`(block: [UInt8], text: String) {
        let bytes = LZ4Block.decode(block, byteCount: text.utf8.count)
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == text)
    }

    @Test func `matches reach back into the dictionary`() {
        // A match of 4 bytes 6 back, from the end of the dictionary into the block, and one literal.
        let block: [UInt8] = [0x20] + Self.ascii("xy") + [0x06, 0x00, 0x10] + Self.ascii("z")
        let bytes = LZ4Block.decode(block, byteCount: 7, dictionary: Self.ascii("..abcd"))
        #expect(bytes == Self.ascii("xyabcdz"))
        #expect(LZ4Block.decode(block, byteCount: 7, dictionary: Self.ascii("bcd")) == nil)
        let long = [UInt8](repeating: 0, count: 70_000) + Self.ascii("abcd")
        #expect(LZ4Block.decode(block, byteCount: 7, dictionary: long) == Self.ascii("xyabcdz"))
    }

    static let damagedBlocks: [[UInt8]] = [
        [0x30, 0x61, 0x62], [0xF0], [0xF0, 0xFF], [0x10, 0x61, 0x01], [0x10, 0x61, 0x00, 0x00],
        [0x10, 0x61, 0x02, 0x00], [0x1F, 0x61, 0x01, 0x00], [0x1F, 0x61, 0x01, 0x00, 0xFF],
    ]

    @Test(arguments: damagedBlocks)
    func `a damaged block is refused`(block: [UInt8]) {
        for count in 0...300 { #expect(LZ4Block.decode(block, byteCount: count) == nil) }
    }

    @Test func `a block of another length than it says is refused`() {
        let block: [UInt8] = [0x30, 0x61, 0x62, 0x63]
        #expect(LZ4Block.decode(block, byteCount: 2) == nil)
        #expect(LZ4Block.decode(block, byteCount: 4) == nil)
        #expect(LZ4Block.decode([], byteCount: 1) == nil)
    }
}
