import PartnerSignature
import PayoutConformance
import PayoutVectors
import StrictJSON
import Testing

@Suite("Bytes that were signed beside the body") struct SignedDifferenceTests {
    private static func difference(_ body: String, _ signed: String) -> SignedDifference? {
        SignedDifference(body: Array(body.utf8), signed: Array(signed.utf8))
    }

    @Test func `a difference is found at its first byte, and shown with what stands around it`() throws {
        let difference = try #require(Self.difference(#"{"a":1}"#, #"{"a": 1}"#))
        #expect(difference.offset == 5)
        #expect(
            difference.lines == [
                "the first difference is at byte 5; the body has 7 bytes, 8 were signed",
                #"body    0: 7b 22 61 22 3a 31 7d  {"a":1}"#, #"signed  0: 7b 22 61 22 3a 20 31 7d  {"a":.1}"#,
            ]
        )
    }

    @Test func `what goes on where the body ends is a difference, and the same bytes are none`() throws {
        #expect(try #require(Self.difference("{}", "{}\n")).offset == 2)
        #expect(Self.difference("{}", "{}") == nil)
    }

    @Test func `names and numbers of both are covered, and offsets stay`() throws {
        let difference = try #require(Self.difference(#"{"full_name":"Иванов"}"#, #"{"full_name": "Иванов"}"#))
        #expect(difference.offset == 13)
        #expect(difference.start == 5)
        #expect(String(decoding: difference.body, as: UTF8.self) == #"l_name":"************"}"#)
        #expect(String(decoding: difference.signed, as: UTF8.self) == #"l_name": "************"}"#)
    }

    @Test func `another form of the body is not shown, since nothing would cover what it holds`() {
        #expect(Self.difference(#"{"full_name":"Anna"}"#, "eyJmdWxsX25hbWUiOiJBbm5hIn0=") == nil)
        #expect(Self.difference(#"{"full_name":"Anna"}"#, #""eyJmdWxsX25hbWUiOiJBbm5hIn0=""#) == nil)
    }

    @Test func `a partner who signs re-encoded JSON sees where it differs from what is sent`() async throws {
        let target = InProcessPartner(
            PartnerParts(name: "re-encoder", signer: ReEncoder(), client: nil, receiver: nil)
        )
        let report = try SuiteRunner(suite: "adapter", cases: ContractCases.adapter, target: target).run()
        let result = try #require(report.results.first { $0.id == "adapter.sign.spaced" })
        let difference = try #require(result.findings.first?.difference)
        #expect(difference.body[difference.offset - difference.start] == UInt8(ascii: " "))
    }
}

/// A partner who signs the JSON as another encoder would write it.
private struct ReEncoder: PartnerSigner {
    func sign(_ body: [UInt8], privateKeyPEM: [UInt8]) throws -> String {
        try PrivateKey(pem: privateKeyPEM).sign(JSONWriter.compact.write(JSONTree(parsing: body)))
    }

    func verify(_ signature: String, over body: [UInt8], publicKeyPEM: [UInt8]) throws -> Bool {
        try PublicKey(pem: publicKeyPEM).verify(signature, over: body).fault == nil
    }
}
