#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A temporary file without a name, gone when the last user is.
final class ScratchFile: Sendable {
    private let descriptor: Int32

    init() throws(BenchError) {
        var path = Array("\(MeasuringPlan.variable("TMPDIR") ?? "/tmp")/payoutkit-bench.XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw BenchError("can't make a temporary file") }
        unlink(path)
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes` behind what was written before.
    func append(_ bytes: [UInt8]) throws(BenchError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset)
            }
            guard count > 0 else { throw BenchError("can't write a temporary file") }
            offset += count
        }
    }

    /// Up to `count` bytes from `offset` on, fewer at the end of the file; threads don't disturb each other.
    func read(_ count: Int, at offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}
