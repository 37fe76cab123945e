import HTTPWire

/// Runs blocking work on a thread of its own and waits for it without blocking Swift's cooperative pool.
///
/// The pool has as many threads as cores; one blocking call on each of them stops every other task. The work is not
/// cancelled with the task that waits for it, so it must have a deadline of its own.
///
/// - Throws: What `work` throws, or `HTTPError.Code.systemCall` when no thread can be started.
public func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        do {
            try WorkerThread.startDetached(name: "payoutkit-call") {
                continuation.resume(with: Swift.Result { try work() })
            }
        } catch {
            continuation.resume(throwing: error)
        }
    }
}
