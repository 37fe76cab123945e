#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How many programs the machine has memory for, where its system tells that under `/proc`.
enum MemoryBudget {
    /// Not more than cases run at the same time.
    private static let maximumCount = 256
    private static let minimumCount = 8
    /// A program may be a small one that starts a large one.
    private static let leastByteCount = 16 << 20

    /// How many programs of a size may take a quarter of the memory that is free; nil where the system does not say.
    static func count(ofProgramsWith byteCount: Int) -> Int? {
        availableByteCount.map { count(ofProgramsWith: byteCount, in: $0) }
    }

    static func count(ofProgramsWith byteCount: Int, in available: Int) -> Int {
        min(maximumCount, max(minimumCount, available / 4 / max(byteCount, leastByteCount)))
    }

    /// The memory that programs can still have, in bytes.
    private static var availableByteCount: Int? {
        let line = start(of: "/proc/meminfo").split(separator: "\n").first { $0.hasPrefix("MemAvailable:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
    }

    /// The memory that a program has now, in bytes; nil where the system does not say.
    static func residentByteCount(of processID: pid_t) -> Int? {
        let fields = start(of: "/proc/\(processID)/statm").split(separator: " ")
        return fields.dropFirst().first.flatMap { Int($0) }.map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
    }

    /// The beginning of a file of the system; empty where there is none.
    private static func start(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
