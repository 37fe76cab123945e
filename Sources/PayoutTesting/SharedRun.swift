import BlockingWork
import HTTPWire
public import PayoutConformance
import Synchronization

/// One run of a suite whose results several tests read, so that each case is a test of its own.
///
/// ```swift
/// private let run = SharedRun(of: ContractCases.bank) { EmbeddedBank() }
///
/// @Test(arguments: ContractCases.bank)
/// func `the bank keeps its contract`(_ contractCase: ContractCase) async throws {
///     try expectPassed(await run.result(of: contractCase))
/// }
/// ```
///
/// The suite runs once, when the first result is asked for, with its own concurrency and the twin rule.
public final class SharedRun: Sendable {
    private enum State: Sendable {
        case waiting
        case ended(Result<SuiteReport, any Error>)
    }

    private let cases: [ContractCase]
    private let target: @Sendable () throws -> any SuiteTarget
    private let state = Mutex(State.waiting)

    /// Creates a run that has not begun.
    ///
    /// - Parameters:
    ///   - cases: The cases of the run.
    ///   - target: Gives the target when the run begins; what it throws, every result throws.
    public init(of cases: [ContractCase], on target: @escaping @Sendable () throws -> any SuiteTarget) {
        self.cases = cases
        self.target = target
    }

    /// The result of one case of the run.
    ///
    /// - Throws: `PreflightError` when the target's configuration is wrong, what the target's closure throws, or
    ///   ``MissingCaseError`` when the case is not part of the run.
    public func result(of contractCase: ContractCase) async throws -> CaseResult {
        let report = try await report()
        guard let result = report.results.first(where: { $0.id == contractCase.id }) else {
            throw MissingCaseError(id: contractCase.id)
        }
        return result
    }

    /// The report of the whole run.
    ///
    /// - Throws: As ``result(of:)``.
    public func report() async throws -> SuiteReport {
        try await onThread { try self.reportOnThread() }
    }

    /// The first caller runs the suite and the others wait; all of them are on threads of their own.
    private func reportOnThread() throws -> SuiteReport {
        try state.withLock { state in
            if case .ended(let result) = state { return result }
            let result = Result { try SuiteRunner(suite: cases.suiteName, cases: cases, target: target()).run() }
            state = .ended(result)
            return result
        }
        .get()
    }
}

extension [ContractCase] {
    /// What stands before the first dot of the ids.
    fileprivate var suiteName: String { first.map { String($0.id.prefix { $0 != "." }) } ?? "none" }
}

/// A case was asked for that is not part of the run.
public struct MissingCaseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The id of the case.
    public var id: String

    /// One sentence.
    public var description: String { "The case \(id) is not part of the run." }
}
