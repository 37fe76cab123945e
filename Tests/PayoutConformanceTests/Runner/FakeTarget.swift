import PayoutConformance

/// A target without a bank behind it, for tests of the runner itself.
struct FakeTarget: SuiteTarget {
    var name = "fake"
    var preflight: PreflightError?
    var refused: [String: Outcome] = [:]

    func connect() throws(PreflightError) -> any TargetConnection {
        if let preflight { throw preflight }
        return FakeConnection(refused: refused)
    }
}

struct FakeConnection: TargetConnection {
    var pace: Int { 1 }
    var refused: [String: Outcome]

    func outcomeWithoutRunning(_ contractCase: ContractCase) -> Outcome? { refused[contractCase.id] }

    func close() {}
}
