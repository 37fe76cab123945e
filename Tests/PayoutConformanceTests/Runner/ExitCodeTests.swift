import PayoutConformance
import PayoutVectors
import Testing

@Suite("Exit code of a run") struct ExitCodeTests {
    private func exitCode(_ outcomes: (Rule.Level, Outcome)...) -> Int32 {
        let results = outcomes.enumerated()
            .map { index, item in
                let contractCase = ContractCase.passing("case-\(index)", level: item.0)
                return CaseResult(of: contractCase, outcome: item.1, findings: [], duration: .zero)
            }
        return SuiteReport(suite: "fake", target: "fake", results: results, duration: .zero).exitCode
    }

    @Test func `everything passed is 0`() {
        #expect(exitCode((.must, .passed), (.should, .passed)) == 0)
    }

    @Test func `warnings alone are 0`() {
        #expect(exitCode((.must, .passed), (.must, .warned)) == 0)
    }

    @Test func `one failure is 1, whatever else is missing`() {
        #expect(exitCode((.must, .passed), (.must, .failed), (.must, .notRun("why"))) == 1)
    }

    @Test func `a MUST that was not run is 3`() {
        #expect(exitCode((.must, .passed), (.must, .notRun("why"))) == 3)
    }

    @Test func `a SHOULD that was not run is 0`() {
        #expect(exitCode((.must, .passed), (.should, .notRun("why"))) == 0)
    }

    @Test func `what does not apply is no gap`() {
        #expect(exitCode((.must, .passed), (.must, .notApplicable("why"))) == 0)
    }

    @Test func `a run without a single verdict is 3`() {
        #expect(exitCode() == 3)
        #expect(exitCode((.must, .notApplicable("why"))) == 3)
        #expect(exitCode((.should, .notRun("why"))) == 3)
    }

    @Test func `known failures don't fail the run`() {
        #expect(exitCode((.must, .passed), (.must, .knownFailing)) == 0)
    }
}
