import HTTPWire
import Synchronization

/// Work on many values by some threads.
enum Parallel {
    fileprivate struct State<Result: Sendable, Failure: Error & Sendable>: Sendable {
        var next = 0
        var results: [Int: Result] = [:]
        var failure: Failure?
    }

    /// The results in the order of the values; the first error that is met, when there is one.
    static func map<Value: Sendable, Result: Sendable, Failure: Error & Sendable>(
        _ values: [Value],
        threads: Int = 2,
        _ work: @escaping @Sendable (Value) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let shared = Shared<Result, Failure>()
        // None of the threads would find work beyond one for each value.
        let workers = (1..<max(1, min(threads, values.count)))
            .compactMap { try? WorkerThread(name: "work-\($0)") { shared.run(values, work) } }
        // Where the system gives no further thread, this one does all.
        shared.run(values, work)
        for worker in workers { worker.join() }
        return try shared.results()
    }

    private final class Shared<Result: Sendable, Failure: Error & Sendable>: Sendable {
        private let state = Mutex(State<Result, Failure>())

        func run<Value: Sendable>(_ values: [Value], _ work: (Value) throws(Failure) -> Result) {
            while let index = take(of: values.count) {
                do throws(Failure) {
                    let result = try work(values[index])
                    state.withLock { $0.results[index] = result }
                } catch {
                    state.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }

        private func take(of count: Int) -> Int? {
            state.withLock { state in
                guard state.next < count, state.failure == nil else { return nil }
                state.next += 1
                return state.next - 1
            }
        }

        func results() throws(Failure) -> [Result] {
            let (failure, results) = state.withLock { ($0.failure, $0.results) }
            if let failure { throw failure }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
