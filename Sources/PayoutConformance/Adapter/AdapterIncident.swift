import Synchronization

/// A fault that came while several requests were under way, so that it is not known whose it is.
///
/// Each of them is asked again, alone. If none of them brings the fault back, the last one to be asked takes it: a program
/// that fails only when it is busy has failed all the same.
final class AdapterIncident: Sendable {
    private struct State {
        var isReproduced = false
        var open = 0
    }

    private let state = Mutex(State())

    /// Counts one request that will be asked again.
    func enter() {
        state.withLock { $0.open += 1 }
    }

    /// Ends one request that was asked again, and tells whether it has to take the fault of them all.
    func leave(hasFailed: Bool) -> Bool {
        state.withLock { state in
            state.open -= 1
            if hasFailed { state.isReproduced = true }
            return state.open == 0 && !state.isReproduced
        }
    }
}
