#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A point of the monotonic clock, which no change of the wall clock moves.
public struct Deadline: Hashable, Comparable, Sendable {
    /// Nanoseconds of the monotonic clock.
    let nanoseconds: Int64

    /// The deadline that never passes.
    public static let never = Deadline(nanoseconds: .max)

    /// The present moment, so a deadline that has passed as soon as it is asked.
    public static var now: Deadline {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Deadline(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// The moment that lies `duration` ahead; a duration beyond what the clock can hold never passes.
    public static func after(_ duration: Duration) -> Deadline {
        now.advanced(by: duration)
    }

    /// The moment that lies `duration` behind this one.
    public func advanced(by duration: Duration) -> Deadline {
        guard self != .never else { return .never }
        let sum = nanoseconds.addingReportingOverflow(duration.saturatedNanoseconds)
        guard sum.overflow else { return Deadline(nanoseconds: sum.partialValue) }
        return duration < .zero ? Deadline(nanoseconds: 0) : .never
    }

    /// Whether the moment is now or behind.
    public var hasPassed: Bool { self <= .now }

    /// The time left, zero when the deadline has passed.
    public var remaining: Duration {
        self == .never ? .nanoseconds(Int64.max) : .nanoseconds(max(0, nanoseconds - Deadline.now.nanoseconds))
    }

    /// The time since the moment, zero when it lies ahead.
    ///
    /// It serves in the place of Swift's `ContinuousClock`, which would bring all of Swift's concurrency into the program.
    public var elapsed: Duration {
        .nanoseconds(max(0, Deadline.now.nanoseconds - nanoseconds))
    }

    /// Whether this moment lies before the other.
    public static func < (left: Deadline, right: Deadline) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// Milliseconds for `poll`, rounded up so that a wait does not end early; -1 for ever.
    func pollTimeout(from now: Deadline = .now) -> Int32 {
        guard self != .never else { return -1 }
        guard nanoseconds > now.nanoseconds else { return 0 }
        let milliseconds = (nanoseconds - now.nanoseconds - 1) / 1_000_000 + 1
        return Int32(clamping: milliseconds)
    }
}

extension Duration {
    /// Whole nanoseconds, held at the ends of `Int64` for longer durations.
    var saturatedNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let scaled = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !scaled.overflow else { return seconds < 0 ? .min : .max }
        let sum = scaled.partialValue.addingReportingOverflow(attoseconds / 1_000_000_000)
        guard !sum.overflow else { return seconds < 0 ? .min : .max }
        return sum.partialValue
    }
}
