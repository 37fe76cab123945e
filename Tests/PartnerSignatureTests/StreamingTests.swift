import PartnerSignature
import Testing

@Suite("Signatures: bodies in pieces") struct StreamingTests {
    @Test(arguments: [0, 1, 63, 64, 65, 4_096, 100_000])
    func `pieces sign and verify like the whole`(_ count: Int) throws {
        let keys = try PublishedKeys.partner.get()
        let body = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var signer = StreamingSigner(key: keys.privateKey)
        for start in stride(from: 0, to: count, by: 1_000) {
            signer.update(Array(body[start..<min(start + 1_000, count)]))
        }
        let signature = try signer.finish()
        #expect(try signature == keys.privateKey.sign(body))

        var verifier = StreamingVerifier(signature, key: keys.publicKey)
        let half = count / 2
        verifier.update(Array(body[..<half]))
        let rest = Array(body[half...])
        verifier.update(rest.span)
        #expect(verifier.finish() == .valid)
    }

    @Test func `one byte more is another body`() throws {
        let keys = try PublishedKeys.partner.get()
        var verifier = StreamingVerifier(try keys.privateKey.sign([1]), key: keys.publicKey)
        verifier.update([1])
        verifier.update([0x0A])
        #expect(verifier.finish().fault?.code == .mismatch)
    }
}
