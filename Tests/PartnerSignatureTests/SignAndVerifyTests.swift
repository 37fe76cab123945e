import PartnerSignature
import Testing

@Suite("Signatures: sign and verify") struct SignAndVerifyTests {
    private let body = Array(#"{"session_id":"ps_3230"}"#.utf8)

    @Test func `what a key signs, its public half verifies`() throws {
        let keys = try PublishedKeys.partner.get()
        let signature = try keys.privateKey.sign(body)
        #expect(signature.utf8.count == 344)
        #expect(keys.publicKey.verify(signature, over: body) == .valid)
        #expect(keys.privateKey.publicKey == keys.publicKey)
    }

    @Test func `signing is deterministic`() throws {
        let keys = try PublishedKeys.partner.get()
        #expect(try keys.privateKey.sign(body) == keys.privateKey.sign(body))
    }

    @Test func `one extra line break is another body`() throws {
        let keys = try PublishedKeys.partner.get()
        let verdict = keys.publicKey.verify(try keys.privateKey.sign(body), over: body + [0x0A])
        #expect(verdict.fault?.code == .mismatch)
        #expect(verdict.fault?.recovered?.digest == SHA256Digest(of: body).bytes)
    }

    @Test func `another key does not verify, and leaves no padding`() throws {
        let keys = try PublishedKeys.partner.get()
        let verdict = try PublishedKeys.other.get().publicKey.verify(try keys.privateKey.sign(body), over: body)
        #expect(verdict.fault?.code == .mismatch)
        #expect(verdict.fault?.recovered?.content == nil)
    }
}
