import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Waits for SIGINT or SIGTERM.
///
/// The signals are blocked from the value's creation on, so create it before any thread is started: threads inherit the
/// mask, and a signal that comes early is kept until `wait()`.
struct StopSignal {
    private var signals: sigset_t

    init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
    }

    /// Blocks until one of the signals comes.
    func wait() {
        var signals = signals
        var signal: Int32 = 0
        while sigwait(&signals, &signal) != 0 {}
    }

    /// Calls `act` when the first of the signals comes; a second one ends the process as usual.
    ///
    /// - Throws: An error when no thread can be started.
    func onSignal(_ act: @escaping @Sendable () -> Void) throws {
        _ = try WorkerThread(name: "payoutkit-signal") {
            wait()
            act()
            // The others keep the signals blocked, so the second one comes to this thread.
            wait()
            _exit(130)
        }
    }
}
