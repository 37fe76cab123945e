import PartnerSignature
import TestSupport
import Testing
import VectorGeneration

@Suite("Diagnosis: broken signatures") struct DiagnosisCorpusTests {
    static let corpus = Result {
        let keys = try SignatureKeys { try? Files.bytes(at: "vectors/" + $0) }
        return try BrokenSignature.all(keys: keys, bodyCount: 2, seed: 131)
    }

    @Test func `the corpus has its size`() throws {
        let corpus = try Self.corpus.get()
        #expect(corpus.count >= 200)
        #expect(Set(corpus.map(\.kind)).count >= 25)
    }

    @Test(arguments: try corpus.get())
    func `the cause of a broken signature is named, and no other`(_ broken: BrokenSignature) throws {
        let key = try PublishedKeys.partner.get().publicKey
        let diagnosis = SignatureDiagnosis.explain(
            broken.headerValue,
            over: broken.body,
            key: key,
            evidence: broken.evidence
        )
        #expect(outcome(of: diagnosis) == broken.expectation)
        #expect(!diagnosis.isBudgetSpent)
        #expect(diagnosis.candidateCount <= DiagnosisBudget.standard.candidateCount)
        guard let signed = broken.signed, case .explained(let explanation) = diagnosis.conclusion else { return }
        #expect(explanation.signed == signed)
        #expect((explanation.difference == nil) == (signed == broken.body))
    }

    /// A diagnosis in the words of the corpus.
    private func outcome(of diagnosis: SignatureDiagnosis) -> BrokenSignature.Expectation? {
        switch diagnosis.conclusion {
        case .explained: .explained(Set(diagnosis.mistakes.map(\.identifier)))
        case .somethingElse: .somethingElse
        case .unknownKey: .unknownKey
        case .valid, .notExamined: nil
        }
    }
}
