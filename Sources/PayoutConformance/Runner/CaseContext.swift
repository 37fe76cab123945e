public import HTTPWire
import PayoutVectors
import Synchronization

/// What a running case works with: the connection, its deadline, and the place where it records what it finds.
///
/// All members may be used from any thread. After the runner has cut the case, records are dropped.
public final class CaseContext: Sendable {
    private struct State {
        var findings: [CaseFinding] = []
        var activity = "starting"
        var isClosed = false
        var deadline: Deadline
    }

    /// The case that runs.
    public let contractCase: ContractCase
    /// The target under test.
    public let connection: any TargetConnection
    private let state: Mutex<State>

    /// Creates the context of one run of `contractCase`, which starts now.
    public init(for contractCase: ContractCase, on connection: any TargetConnection) {
        self.contractCase = contractCase
        self.connection = connection
        let deadline = Deadline.after(connection.time(for: contractCase))
        state = Mutex(State(deadline: deadline))
    }

    /// When the runner cuts the case; never, while it waits for its turn.
    public var deadline: Deadline { state.withLock { $0.deadline } }

    /// Waits for something that other cases of the run hold, without using up the time of this one, which begins anew behind it.
    ///
    /// - Parameter wait: The wait; it has to end when the connection is closed.
    func waitingForTurn<Result, Failure: Error>(_ wait: () throws(Failure) -> Result) throws(Failure) -> Result {
        state.withLock { $0.deadline = .never }
        defer {
            let deadline = Deadline.after(connection.time(for: contractCase))
            state.withLock { $0.deadline = deadline }
        }
        return try wait()
    }

    /// Records a finding; the same finding twice counts once.
    public func record(_ finding: CaseFinding) {
        state.withLock { state in
            guard !state.isClosed, !state.findings.contains(finding) else { return }
            state.findings.append(finding)
        }
    }

    /// Says what the case is about to wait for, so that a case that hangs can say where.
    public func begin(_ activity: String) {
        state.withLock { $0.activity = activity }
    }

    /// What was recorded so far.
    public var findings: [CaseFinding] { state.withLock { $0.findings } }

    /// What the case last said that it waits for.
    var activity: String { state.withLock { $0.activity } }

    /// Whether the runner has stopped listening.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Takes no further records, and returns those there are.
    func close() -> [CaseFinding] {
        state.withLock { state in
            state.isClosed = true
            return state.findings
        }
    }
}
