import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `read` of the system, under a name that methods don't hide.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// `write` of the system, under a name that methods don't hide.
func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

/// `kill` of the system, under a name that methods don't hide.
func systemKill(_ processID: pid_t, _ signal: Int32) {
    _ = kill(processID, signal)
}

/// Waits that have a deadline.
enum Polling {
    /// Waits until `descriptor` is ready for `events`, or has ended; false when the deadline passes first.
    static func wait(for events: Int16, on descriptor: Int32, until deadline: Deadline) -> Bool {
        while true {
            var item = pollfd(fd: descriptor, events: events, revents: 0)
            let result = poll(&item, 1, milliseconds(until: deadline))
            if result > 0 { return true }
            if result == 0, deadline.hasPassed { return false }
            if result < 0, errno != EINTR { return false }
        }
    }

    /// Blocks the calling thread, which is one of the kit's own; a signal does not cut it short.
    static func pause(_ duration: Duration) {
        var time = timespec()
        time.tv_sec = numericCast(duration.components.seconds)
        time.tv_nsec = numericCast(duration.components.attoseconds / 1_000_000_000)
        var rest = timespec()
        while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
    }

    /// Rounded up, so that a wait does not end early; an hour at most, after which the caller looks again.
    private static func milliseconds(until deadline: Deadline) -> Int32 {
        let (seconds, attoseconds) = min(deadline.remaining, .seconds(3_600)).components
        return Int32(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

/// Signals that must not end the kit.
enum SignalMask {
    /// Lets a write to a closed pipe fail with an error on the calling thread, and not end the process.
    static func blockBrokenPipe() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
