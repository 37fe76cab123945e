import PartnerSignature
import Testing

@Suite("Digests") struct DigestTests {
    /// FIPS 180-4 examples.
    static let examples: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: examples) func `SHA-256 of the published examples`(_ example: (text: String, digest: String)) {
        #expect(SHA256Digest(of: Array(example.text.utf8)).hexadecimal == example.digest)
    }

    @Test func `pieces give the digest of the whole`() {
        let body = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        for size in [1, 63, 64, 65, 9_999] {
            var stream = SHA256Stream()
            for start in stride(from: 0, to: body.count, by: size) {
                stream.update(Array(body[start..<min(start + size, body.count)]))
                stream.update([])
            }
            #expect(stream.finish() == SHA256Digest(of: body))
        }
    }

    /// RFC 8017 section 9.2, note 1.
    static let prefixes: [(algorithm: DigestAlgorithm, prefix: String)] = [
        (.md5, "3020300c06082a864886f70d020505000410"),
        (.sha1, "3021300906052b0e03021a05000414"),
        (.sha224, "302d300d06096086480165030402040500041c"),
        (.sha256, "3031300d060960864801650304020105000420"),
        (.sha384, "3041300d060960864801650304020205000430"),
        (.sha512, "3051300d060960864801650304020305000440"),
    ]

    @Test(arguments: prefixes)
    func `a DigestInfo begins as the RFC lists it`(_ expected: (algorithm: DigestAlgorithm, prefix: String)) throws {
        #expect(Hexadecimal.encode(expected.algorithm.digestInfoPrefix) == expected.prefix)
        let digest = try #require(expected.algorithm.digest(of: []))
        #expect(digest.count == expected.algorithm.byteCount)
    }

    @Test func `the DigestInfo of SHA-256 is prefix and digest`() {
        let digest = SHA256Digest(of: [])
        #expect(digest.digestInfo.count == 51)
        #expect(digest.digestInfo.suffix(32) == digest.bytes[...])
    }
}
