import PartnerSignature
import Testing

/// One way to spoil the right header value, and what the fault says of it.
struct SpoiltSignature: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: SignatureFault.Code
    let rule: String
    let offset: Int?
    let spoil: @Sendable (String) throws -> String

    init(
        _ testDescription: String,
        _ code: SignatureFault.Code,
        _ rule: String,
        at offset: Int? = nil,
        _ spoil: @escaping @Sendable (String) throws -> String
    ) {
        self.testDescription = testDescription
        self.code = code
        self.rule = rule
        self.offset = offset
        self.spoil = spoil
    }

    private static func bytes(_ text: String, _ change: (inout [UInt8]) -> Void) throws -> String {
        var bytes = try Base64.decode(text)
        change(&bytes)
        return Base64.encode(bytes)
    }

    private static func inserting(_ part: String, at offset: Int, in text: String) -> String {
        String(text.prefix(offset)) + part + String(text.dropFirst(offset))
    }

    /// Each is made of a right signature of 2,048 bits: 344 characters, of which the last two are padding.
    static let all: [SpoiltSignature] = [
        SpoiltSignature("empty", .empty, "SIG.PRESENT", at: 0) { _ in "" },
        SpoiltSignature("one character", .missingPadding, "SIG.BASE64", at: 1) { String($0.prefix(1)) },
        SpoiltSignature("no padding", .missingPadding, "SIG.BASE64", at: 342) { String($0.dropLast(2)) },
        SpoiltSignature("one = of two", .missingPadding, "SIG.BASE64", at: 343) { String($0.dropLast()) },
        SpoiltSignature("one = more", .trailingData, "SIG.BASE64", at: 344) { $0 + "=" },
        SpoiltSignature("twice", .trailingData, "SIG.BASE64", at: 344) { $0 + $0 },
        SpoiltSignature("two values in a list", .severalValues, "SIG.BASE64", at: 344) { $0 + ", " + $0 },
        SpoiltSignature("line break at the end", .whitespace, "SIG.BASE64", at: 344) { $0 + "\n" },
        SpoiltSignature("line break of Windows at the end", .whitespace, "SIG.BASE64", at: 344) { $0 + "\r\n" },
        SpoiltSignature("blank at the start", .whitespace, "SIG.BASE64", at: 0) { " " + $0 },
        SpoiltSignature("wrapped at 64", .whitespace, "SIG.BASE64", at: 64) { inserting("\n", at: 64, in: $0) },
        SpoiltSignature("wrapped at 76", .whitespace, "SIG.BASE64", at: 76) { inserting("\r\n", at: 76, in: $0) },
        SpoiltSignature("base64url", .base64url, "SIG.BASE64", at: nil) {
            String($0.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        },
        SpoiltSignature("base64url without padding", .base64url, "SIG.BASE64", at: nil) {
            String($0.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
        },
        SpoiltSignature("quoted", .quoted, "SIG.BASE64", at: 0) { "\"\($0)\"" },
        SpoiltSignature("quoted with apostrophes", .quoted, "SIG.BASE64", at: 0) { "'\($0)'" },
        SpoiltSignature("percent-encoded", .percentEncoded, "SIG.BASE64", at: 342) {
            String($0.dropLast(2)) + "%3D%3D"
        },
        SpoiltSignature("hexadecimal", .hexadecimal, "SIG.BASE64") { Hexadecimal.encode(try Base64.decode($0)) },
        SpoiltSignature("hexadecimal digest", .hexadecimal, "SIG.BASE64") { _ in SHA256Digest(of: []).hexadecimal },
        SpoiltSignature("63 hexadecimal digits", .hexadecimal, "SIG.BASE64", at: 63) { _ in
            String(SHA256Digest(of: []).hexadecimal.dropLast())
        },
        SpoiltSignature("Base64 of Base64", .encodedTwice, "SIG.BASE64") { Base64.encode(Array($0.utf8)) },
        SpoiltSignature("another scheme's name before it", .whitespace, "SIG.BASE64", at: 10) { "RSA-SHA256 " + $0 },
        SpoiltSignature("a colon inside", .notBase64, "SIG.BASE64", at: 6) { "sha256:" + $0 },
        SpoiltSignature("Cyrillic inside", .notBase64, "SIG.BASE64", at: 2) { inserting("А", at: 2, in: $0) },
        SpoiltSignature("= inside", .notBase64, "SIG.BASE64", at: 4) { inserting("=", at: 4, in: $0) },
        SpoiltSignature("bits that belong to no byte", .unusedBits, "SIG.BASE64", at: 341) { text in
            let last = text.dropLast(2).last.flatMap { "AQgw".contains($0) ? $0 : nil }
            let next: [Character: Character] = ["A": "B", "Q": "R", "g": "h", "w": "x"]
            return String(text.dropLast(3)) + String(last.flatMap { next[$0] } ?? "?") + "=="
        },
        SpoiltSignature("one byte less", .wrongLength, "SIG.LENGTH") { try bytes($0) { $0.removeLast() } },
        SpoiltSignature("one byte more", .wrongLength, "SIG.LENGTH") { try bytes($0) { $0.append(0) } },
        SpoiltSignature("leading zero added", .wrongLength, "SIG.LENGTH") { try bytes($0) { $0.insert(0, at: 0) } },
        SpoiltSignature("a digest alone", .wrongLength, "SIG.LENGTH") { _ in
            Base64.encode(SHA256Digest(of: []).bytes)
        },
        SpoiltSignature("first bit flipped", .mismatch, "SIG.KEY") { try bytes($0) { $0[0] ^= 0x80 } },
        SpoiltSignature("last bit flipped", .mismatch, "SIG.KEY") { try bytes($0) { $0[255] ^= 0x01 } },
        SpoiltSignature("all zero", .mismatch, "SIG.KEY") { try bytes($0) { $0 = $0.map { _ in 0 } } },
        SpoiltSignature("all ones, above the modulus", .mismatch, "SIG.KEY") {
            try bytes($0) { $0 = $0.map { _ in 0xFF } }
        },
        SpoiltSignature("reversed", .mismatch, "SIG.KEY") { try bytes($0) { $0.reverse() } },
    ]
}

@Suite("Signatures: faults") struct SignatureFaultTests {
    @Test(arguments: SpoiltSignature.all)
    func `a spoilt signature gets the code that names its fault`(_ spoilt: SpoiltSignature) throws {
        let keys = try PublishedKeys.partner.get()
        let right = try keys.privateKey.sign([])
        #expect(keys.publicKey.verify(right, over: []) == .valid)
        let fault = try #require(keys.publicKey.verify(spoilt.spoil(right), over: []).fault)
        #expect(fault.code == spoilt.code)
        #expect(fault.rule == spoilt.rule)
        if let offset = spoilt.offset { #expect(fault.offset == offset) }
        #expect(!fault.fix.isEmpty)
    }

    @Test func `a wrong length is told with both lengths`() throws {
        let keys = try PublishedKeys.partner.get()
        let fault = try keys.publicKey.verify(PublishedKeys.long.get().privateKey.sign([]), over: []).fault
        #expect(fault?.code == .wrongLength)
        #expect(fault?.expectedByteCount == 256)
        #expect(fault?.foundByteCount == 512)
        #expect(fault?.sentence == "the signature has 512 bytes, this key makes signatures of 256")
    }

    /// What each scheme variant signs with the right key, and the words that tell it.
    static let contents: [(name: String, content: [UInt8], words: String)] = [
        ("other bytes", SHA256Digest(of: [1]).digestInfo, "over other bytes"),
        ("SHA-1", DigestAlgorithm.sha1.digestInfoPrefix + Array(repeating: 7, count: 20), "with SHA-1 instead"),
        ("SHA-512", DigestAlgorithm.sha512.digestInfoPrefix + Array(repeating: 7, count: 64), "with SHA-512 instead"),
        ("the digest alone", SHA256Digest(of: []).bytes, "not over a SHA-256 DigestInfo"),
        ("the digest in hexadecimal", Array(SHA256Digest(of: []).hexadecimal.utf8), "not over a SHA-256 DigestInfo"),
        ("no NULL in the algorithm", withoutNull, "not over a SHA-256 DigestInfo"),
        ("something after the digest", SHA256Digest(of: []).digestInfo + [0], "not over a SHA-256 DigestInfo"),
    ]

    private static let withoutNull: [UInt8] =
        [0x30, 0x2F, 0x30, 0x0B] + DigestAlgorithm.sha256.digestInfoPrefix[4..<15] + [0x04, 0x20]
        + SHA256Digest(of: []).bytes

    @Test(arguments: contents)
    func `a signature of something else tells what was signed`(
        _ example: (name: String, content: [UInt8], words: String)
    ) throws {
        let keys = try PublishedKeys.partner.get()
        let padding = [UInt8](repeating: 0xFF, count: 253 - example.content.count)
        let block = [0x00, 0x01] + padding + [0x00] + example.content
        let signature = Base64.encode(try keys.privateKey.unsafeSignature(ofPaddedBlock: block))
        let fault = try #require(keys.publicKey.verify(signature, over: []).fault)
        #expect(fault.code == .mismatch)
        #expect(fault.recovered?.bytes == block)
        #expect(fault.recovered?.content == example.content)
        #expect(fault.sentence.contains(example.words))
        #expect(fault.rule == (example.name == "other bytes" ? "SIG.BYTES" : "SIG.KEY"))
    }

    /// Blocks that a lenient parser takes for right padding (Bleichenbacher 2006 and its relatives).
    static let blocks: [(name: String, block: [UInt8], hasContent: Bool)] = [
        ("garbage after a short padding", [0, 1] + ones(8) + [0] + digestInfo + zeros(256 - 11 - 51), true),
        ("seven bytes of padding", [0, 1] + ones(7) + [0] + digestInfo + zeros(256 - 10 - 51), false),
        ("block type 2", [0, 2] + ones(202) + [0] + digestInfo, false),
        ("block type 0", zeros(205) + digestInfo, false),
        ("a zero inside the padding", [0, 1] + ones(100) + [0] + ones(101) + [0] + digestInfo, true),
        ("padding without its end", [0, 1] + ones(254), false),
    ]

    private static let digestInfo = SHA256Digest(of: []).digestInfo
    private static func ones(_ count: Int) -> [UInt8] { Array(repeating: 0xFF, count: count) }
    private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0x00, count: count) }

    @Test(arguments: blocks)
    func `padding that is not exactly right is refused`(
        _ example: (name: String, block: [UInt8], hasContent: Bool)
    ) throws {
        let keys = try PublishedKeys.partner.get()
        try #require(example.block.count == 256)
        let signature = Base64.encode(try keys.privateKey.unsafeSignature(ofPaddedBlock: example.block))
        let fault = keys.publicKey.verify(signature, over: []).fault
        #expect(fault?.code == .mismatch)
        #expect((fault?.recovered?.content != nil) == example.hasContent)
        #expect(fault?.recovered?.digest == nil)
    }

    @Test func `the description names no part of the header value`() throws {
        let keys = try PublishedKeys.partner.get()
        let fault = try #require(keys.publicKey.verify("secret?value", over: []).fault)
        #expect(
            fault.description == "the signature is not standard Base64, at offset 6; fix: encode it with the alphabet "
                + "of RFC 4648 section 4: openssl base64 -A"
        )
    }
}
