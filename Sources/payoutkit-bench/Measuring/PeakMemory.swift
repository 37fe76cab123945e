#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The most physical memory that the process held at one time.
enum PeakMemory {
    /// Forgets the past; only Linux can (proc(5), `clear_refs`), elsewhere the peak is that of the whole run.
    ///
    /// What the allocator keeps of freed memory still counts, so what needs much is best measured last.
    static func restart() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The peak since `restart()`, in bytes; the program itself is part of it.
    static var byteCount: Int {
        #if canImport(Darwin)
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #else
        return (highWaterMark() ?? 0) * 1_024
        #endif
    }

    /// `VmHWM` of proc(5), in KiB.
    private static func highWaterMark() -> Int? {
        guard let status = try? FileBytes.read("/proc/self/status") else { return nil }
        for line in String(decoding: status, as: UTF8.self).split(separator: "\n") where line.hasPrefix("VmHWM:") {
            return line.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap { Int($0) }
        }
        return nil
    }
}
