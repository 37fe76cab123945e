#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A value behind a lock that threads change and wait on.
///
/// It blocks the calling thread, so it is for threads of the kit's own and never for Swift's cooperative pool; see
/// `onThread(_:)`.
///
/// The value is touched only while the mutex is held, and the C objects are made for sharing: hence unchecked.
public final class Monitor<State: Sendable>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var state: State

    /// Creates a monitor around a value.
    public init(_ state: State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        #if canImport(Darwin)
        pthread_cond_init(condition, nil)
        #else
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
        #endif
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Reads or changes the value and wakes nobody.
    public func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }

    /// Changes the value and wakes everybody who waits, to look at it again.
    public func update<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        return try body(&state)
    }

    /// Wakes everybody who waits, to look at the value again; for a change that was made by ``withLock(_:)``.
    public func wakeAll() {
        pthread_cond_broadcast(condition)
    }

    /// Waits until `attempt` gives a value, and returns it; nil when the deadline passes first.
    ///
    /// `attempt` runs under the lock, once at the start and after each change, and may change the state (take an element
    /// off a queue, say).
    public func wait<Result>(until deadline: Deadline, for attempt: (inout State) -> Result?) -> Result? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = attempt(&state) { return result }
            guard !deadline.hasPassed else { return nil }
            waitForSignal(until: deadline)
        }
    }

    private func waitForSignal(until deadline: Deadline) {
        guard deadline != .never else {
            pthread_cond_wait(condition, mutex)
            return
        }
        #if canImport(Darwin)
        let left = deadline.remaining.saturatedNanoseconds
        var time = timespec(tv_sec: Int(left / 1_000_000_000), tv_nsec: Int(left % 1_000_000_000))
        pthread_cond_timedwait_relative_np(condition, mutex, &time)
        #else
        var time = timespec()
        time.tv_sec = numericCast(deadline.nanoseconds / 1_000_000_000)
        time.tv_nsec = numericCast(deadline.nanoseconds % 1_000_000_000)
        pthread_cond_timedwait(condition, mutex, &time)
        #endif
    }
}
