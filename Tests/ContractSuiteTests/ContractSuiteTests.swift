import PayoutConformance
import PayoutTesting
import Testing

/// Every case of the bank suite as a test of its own: against the embedded sandbox, or against the bank that the
/// environment names (see `TargetFromEnvironment`).
///
/// What can't be proven never looks proven: a MUST that was not run is an error, a case that the target says does not apply
/// shows as skipped, and a wrong configuration fails every case with its reason.
@Suite("Contract of the bank", .timeLimit(.minutes(30))) struct ContractSuiteTests {
    private static let run = SharedRun(of: ContractCases.bank) { try TargetFromEnvironment.target() }

    @Test(arguments: ContractCases.bank)
    func `the bank keeps its contract`(_ contractCase: ContractCase) async throws {
        try expectPassed(await Self.run.result(of: contractCase))
    }

    @Test func `the run has all cases and proved something`() async throws {
        let report = try await Self.run.report()
        #expect(report.results.map(\.id) == ContractCases.bank.map(\.id))
        // Taken out of the expectation, which would print the whole report.
        let isIncomplete = report.isIncomplete
        #expect(!isIncomplete, "a MUST was not proven; the cases that were not run say why")
    }
}
