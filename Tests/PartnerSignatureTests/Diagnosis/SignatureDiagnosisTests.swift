import PartnerSignature
import StrictJSON
import Testing
import VectorGeneration

@Suite("Diagnosis: what it says") struct SignatureDiagnosisTests {
    private let keys: PublishedKeys

    init() throws {
        keys = try PublishedKeys.partner.get()
    }

    private func explain(_ signed: String, received: String) throws -> SignatureDiagnosis {
        let value = try keys.privateKey.sign(Array(signed.utf8))
        return SignatureDiagnosis.explain(value, over: Array(received.utf8), key: keys.publicKey)
    }

    @Test func `a right signature needs no explanation`() throws {
        let diagnosis = try explain("{}", received: "{}")
        #expect(diagnosis.conclusion == .valid)
        #expect(diagnosis.fault == nil)
        #expect(diagnosis.mistakes.isEmpty)
        #expect(diagnosis.candidateCount == 0)
    }

    @Test func `the first byte that differs has its place and both values`() throws {
        let diagnosis = try explain(
            "{\n  \"a\": \"\u{416}\",\n  \"b\": 1\n}",
            received: "{\n  \"a\": \"\u{416}\",\n  \"b\":1\n}"
        )
        guard case .explained(let explanation) = diagnosis.conclusion else {
            Issue.record("not explained: \(diagnosis.sentence)")
            return
        }
        let difference = try #require(explanation.difference)
        #expect(difference.offset == 21)
        #expect(difference.position == TextPosition(line: 3, column: 7))
        #expect(difference.received == 0x31)
        #expect(difference.signed == 0x20)
    }

    @Test(
        arguments: [
            (nil, "the end"), (0x0A, "0A (line feed)"), (0x20, "20 (blank)"), (0x22, "22 (\")"), (0x7F, "7F"),
            (0xD0, "D0 (part of a character beyond ASCII)"),
        ] as [(UInt8?, String)]
    )
    func `a byte is shown so that everybody can read it`(byte: UInt8?, text: String) {
        #expect(ByteDifference.describe(byte) == text)
    }

    @Test func `where nothing explains it, the recovered digest and what was ruled out are told`() throws {
        let diagnosis = try explain("something else", received: "{}")
        let digest = SHA256Digest(of: Array("something else".utf8))
        guard case .somethingElse(let content) = diagnosis.conclusion else {
            Issue.record("explained: \(diagnosis.sentence)")
            return
        }
        #expect(content.digest == digest.bytes)
        #expect(content.algorithm == .sha256)
        #expect(diagnosis.digestInfo == digest.digestInfo)
        #expect(diagnosis.ruledOut.count > 8)
        #expect(diagnosis.mistakes.isEmpty)
        #expect(!diagnosis.isBudgetSpent)
    }

    @Test func `an unknown key shows no digest`() throws {
        let value = try PublishedKeys.other.get().privateKey.sign(Array("{}".utf8))
        let diagnosis = SignatureDiagnosis.explain(value, over: Array("{}".utf8), key: keys.publicKey)
        #expect(diagnosis.conclusion == .unknownKey)
        #expect(diagnosis.digestInfo == nil)
    }

    @Test func `a swapped key is told by the name that it was given`() throws {
        let other = try PublishedKeys.other.get()
        let diagnosis = SignatureDiagnosis.explain(
            try other.privateKey.sign(Array("{}".utf8)),
            over: Array("{}".utf8),
            key: keys.publicKey,
            evidence: DiagnosisEvidence(otherKeys: [.init(name: "old.pem", key: other.publicKey)])
        )
        #expect(diagnosis.mistakes.map(\.description) == ["another key made the signature: old.pem"])
        #expect(diagnosis.digestInfo == SHA256Digest(of: Array("{}".utf8)).digestInfo)
    }

    @Test func `details out of a message cannot move a terminal's cursor`() throws {
        let received = "{\"a\\u001b[2J\":\"secret\"}"
        let diagnosis = try explain("secret", received: received)
        let detail = try #require(diagnosis.mistakes.first?.detail)
        #expect(detail == "/a?[2J")
    }

    @Test func `the same input gives the same diagnosis`() throws {
        let first = try explain("{ \"a\" : 1 }", received: "{\"a\":1}")
        #expect(try explain("{ \"a\" : 1 }", received: "{\"a\":1}") == first)
    }

    @Test func `every mistake has a remedy in six languages`() throws {
        let all = try DiagnosisCorpusTests.corpus.get()
        var remedies: Set<Remedy> = []
        for broken in all.prefix(all.count / 2) {
            let diagnosis = SignatureDiagnosis.explain(
                broken.headerValue,
                over: broken.body,
                key: keys.publicKey,
                evidence: broken.evidence,
                budget: DiagnosisBudget(candidateCount: 200)
            )
            remedies.formUnion(diagnosis.mistakes.map(\.remedy))
        }
        #expect(remedies.count >= 6)
        for remedy in remedies {
            let code = Remedy.Language.allCases.map { remedy[$0] }
            #expect(Set(code).count == 6 && code.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
        }
    }
}
