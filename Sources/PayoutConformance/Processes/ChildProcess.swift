import HTTPWire
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that runs beside the kit, in a process group of its own, with pipes to its standard input and output.
///
/// Its standard error is that of the kit. It ends at the latest when ``kill()`` is called, and everything that it started
/// in its group ends with it.
final class ChildProcess: Sendable {
    private struct State {
        /// The kit's end of the program's standard input; nil once it is closed.
        var input: Int32?
        var end: ProcessEnd?
    }

    /// How long a program that has closed its output may take to end by itself.
    private static let grace = Duration.milliseconds(500)

    private let processID: pid_t
    private let output: Int32
    private let state: Mutex<State>
    /// Taken by whoever writes, so that two lines never mix.
    private let writing = Mutex(())

    /// Starts the program.
    ///
    /// - Throws: `ProcessError` when the system can't run it.
    init(_ command: ProcessCommand, environment: [String: String] = [:]) throws(ProcessError) {
        let spawned = try Spawning.start(command, environment: environment)
        processID = spawned.processID
        output = spawned.output
        state = Mutex(State(input: spawned.input))
    }

    deinit {
        kill()
        close(output)
    }

    /// The memory that the program has now, in bytes; nil where the system does not say.
    var residentByteCount: Int? { MemoryBudget.residentByteCount(of: processID) }

    /// Writes all of `bytes` to the program's standard input, and tells whether that succeeded before the deadline.
    func write(_ bytes: [UInt8], until deadline: Deadline) -> Bool {
        // A program that has closed its input makes the write fail; the signal that comes with it must not end the kit.
        SignalMask.blockBrokenPipe()
        return writing.withLock { _ in
            guard let descriptor = state.withLock({ $0.input }) else { return false }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    guard Polling.wait(for: Int16(POLLOUT), on: descriptor, until: deadline) else { return false }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// The next bytes of the program's standard output; empty at its end, nil when none came before the deadline.
    func read(until deadline: Deadline) -> [UInt8]? {
        while true {
            guard Polling.wait(for: Int16(POLLIN), on: output, until: deadline) else { return nil }
            var isInterrupted = false
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let read = systemRead(output, buffer.baseAddress, buffer.count)
                isInterrupted = read < 0 && (errno == EINTR || errno == EAGAIN)
                count = max(0, read)
            }
            if !isInterrupted { return chunk }
        }
    }

    /// Closes the program's standard input, which tells it that nothing more will come.
    func closeInput() {
        writing.withLock { _ in
            state.withLock { state in
                if let input = state.input { close(input) }
                state.input = nil
            }
        }
    }

    /// Waits until the program has ended, at most for as long as it may take after its output has ended.
    func waitForEnd() -> ProcessEnd? {
        let deadline = Deadline.after(Self.grace)
        while true {
            if let end = reap(options: WNOHANG) { return end }
            guard !deadline.hasPassed else { return nil }
            Polling.pause(.milliseconds(2))
        }
    }

    /// Ends the program and everything in its process group at once; returns how it had ended.
    @discardableResult
    func kill() -> ProcessEnd? {
        // First the end, which frees whoever waits for the program to read, and then its input.
        defer { closeInput() }
        if let end = reap(options: WNOHANG) { return end }
        systemKill(-processID, SIGKILL)
        return reap(options: 0)
    }

    /// How the program has ended, nil while it runs; what it has started beside itself goes on.
    func endLeavingGroup() -> ProcessEnd? { reap(options: WNOHANG, endsGroup: false) }

    private func reap(options: Int32, endsGroup: Bool = true) -> ProcessEnd? {
        state.withLock { state in
            if let end = state.end { return end }
            var status: Int32 = 0
            var result: pid_t
            repeat { result = waitpid(processID, &status, options) } while result < 0 && errno == EINTR
            guard result == processID else { return nil }
            // What the program leaves behind in its group ends with it. The group's number is not reused before.
            if endsGroup { systemKill(-processID, SIGKILL) }
            state.end = ProcessEnd(waitStatus: status)
            return state.end
        }
    }
}
