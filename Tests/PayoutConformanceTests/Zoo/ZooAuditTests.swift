import BlockingWork
import ConformanceZoo
import HTTPWire
import PayoutConformance
import PayoutVectors
import Testing

@Suite("Audit of the suites", .timeLimit(.minutes(10))) struct ZooAuditTests {
    private let unbroken = Specimen(
        name: "is not broken at all",
        suite: "adapter",
        caseID: "adapter.sign.confirm",
        rule: "SIG.KEY",
        level: .must,
        target: InProcessPartner(ReferencePartner.parts())
    )

    @Test func `what is not broken escapes, and is told`() async throws {
        let specimens = [unbroken] + Zoo.all.filter { $0.caseID == "adapter.sign.confirm" }
        let audit = try await onThread { try ZooAudit(specimens) }
        #expect(audit.observations.map(\.specimen.name) == specimens.map(\.name))
        #expect(audit.escaped.map(\.specimen.name) == ["is not broken at all"])
        let score = audit.score(of: .signature)
        #expect(score.caught == specimens.count - 1)
        #expect(score.all == specimens.count)
    }

    @Test func `a specimen that fails by another rule than its own has escaped`() async throws {
        var specimen = try #require(Zoo.all.first { $0.name == "signs with SHA-1" })
        specimen.rule = "SIG.LENGTH"
        let audit = try await onThread { [specimen] in try ZooAudit([specimen]) }
        #expect(audit.escaped.count == 1)
    }

    @Test func `a specimen of a case that does not exist is an error`() async {
        var specimen = unbroken
        specimen.caseID = "adapter.sign.nothing"
        await #expect(throws: UnknownCaseError.self) {
            try await onThread { [specimen] in try ZooAudit([specimen]) }
        }
    }

    @Test func `the zoo has at least a hundred specimens, and some for every family`() {
        #expect(Zoo.all.count >= 100)
        for family in ZooAudit.Family.allCases {
            #expect(Zoo.all.contains { ZooAudit.Family(of: $0.rule) == family }, "\(family)")
        }
    }
}
