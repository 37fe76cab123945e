import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The machine's time: the wall clock as it stood at the start, carried on by the monotonic clock.
///
/// A correction of the wall clock while the sandbox runs so moves no retry and no timeout.
public struct SystemClock: SandboxClock {
    private let start: SandboxInstant
    private let monotonicStart: Deadline

    /// Creates a clock that shows the machine's time.
    public init() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        start = SandboxInstant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
        monotonicStart = .now
    }

    /// The present moment.
    public var now: SandboxInstant {
        start.advanced(by: monotonicStart.elapsed)
    }

    /// Always true.
    public var runsByItself: Bool { true }

    /// The time left until `instant`.
    public func wait(until instant: SandboxInstant) -> Duration? {
        max(.zero, now.duration(to: instant))
    }

    /// Does nothing: the clock runs by itself.
    public func add(_ follower: any ClockFollower) {}
}
