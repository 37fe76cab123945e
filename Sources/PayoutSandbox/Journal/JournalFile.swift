import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file of lines that is only ever appended to, a whole line in one call of the system.
///
/// What was appended is with the kernel when ``append(_:)`` returns, so it survives the end of the process by any signal.
/// It is not forced onto the disk: a loss of power may take the last lines.
final class JournalFile: Sendable {
    private enum State: Equatable {
        /// The line is to be written before the next one.
        case writable(first: [UInt8]?)
        case failed
        case closed
    }

    private let descriptor: Int32
    private let state = Mutex(State.writable(first: nil))
    /// How many bytes of a half-written last line were cut off at the start.
    let repairedByteCount: Int

    /// Opens or creates the file, and cuts off what follows the last line end.
    ///
    /// - Throws: ``SandboxError/Code/journal`` when it cannot be opened, or another process has it open.
    init(path: String) throws(SandboxError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.error(path, "cannot be opened: \(Self.reason)") }
        do throws(SandboxError) {
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                throw Self.error(path, "is in use by another process")
            }
            repairedByteCount = try Self.repair(descriptor, path)
        } catch {
            Self.close(descriptor)
            throw error
        }
    }

    deinit {
        close()
    }

    /// Lets another process have the file; further lines are refused.
    func close() {
        state.withLock { state in
            guard state != .closed else { return }
            state = .closed
            Self.close(descriptor)
        }
    }

    /// Appends a line, whose end is added; false when the system refuses, from then on for every line.
    func append(_ line: [UInt8]) -> Bool {
        state.withLock { state in
            guard case .writable(let first) = state else { return false }
            let isWritten = Self.write((first.map { $0 + [0x0A] } ?? []) + line + [0x0A], to: descriptor)
            state = isWritten ? .writable(first: nil) : .failed
            return isWritten
        }
    }

    /// Keeps a line that is written before the next one.
    func begin(with line: [UInt8]) {
        state.withLock { state in
            if case .writable = state { state = .writable(first: line) }
        }
    }

    private static func close(_ descriptor: Int32) {
        #if canImport(Glibc)
        _ = Glibc.close(descriptor)
        #elseif canImport(Musl)
        _ = Musl.close(descriptor)
        #else
        _ = Darwin.close(descriptor)
        #endif
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                #if canImport(Glibc)
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #elseif canImport(Musl)
                let count = Musl.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #else
                let count = Darwin.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    // MARK: Reading

    /// Hands out the bytes of the file in their order.
    func forEachChunk(_ take: ([UInt8]) throws(SandboxError) -> Void) throws(SandboxError) {
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        var offset: off_t = 0
        while true {
            let count = pread(descriptor, &chunk, chunk.count, offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            offset += off_t(count)
            try take(Array(chunk[..<count]))
        }
    }

    // MARK: Repair

    private static func repair(_ descriptor: Int32, _ path: String) throws(SandboxError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw error(path, "is no regular file")
        }
        let end = try endOfLastLine(descriptor, size: status.st_size, path)
        guard end < status.st_size else { return 0 }
        guard ftruncate(descriptor, end) == 0 else { throw error(path, "cannot be repaired: \(reason)") }
        return Int(status.st_size - end)
    }

    /// The offset behind the last line end, found from the end of the file backwards.
    private static func endOfLastLine(_ descriptor: Int32, size: off_t, _ path: String) throws(SandboxError) -> off_t {
        var end = size
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while end > 0 {
            let start = max(0, end - off_t(chunk.count))
            let length = Int(end - start)
            guard pread(descriptor, &chunk, length, start) == length else {
                throw error(path, "cannot be read: \(reason)")
            }
            if let place = chunk[..<length].lastIndex(of: 0x0A) { return start + off_t(place) + 1 }
            end = start
        }
        return 0
    }

    private static func error(_ path: String, _ sentence: String) -> SandboxError {
        SandboxError(.journal, "the journal \(path) \(sentence)")
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
