import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Lines that are there for a reader of a pipe at once.
enum Output {
    /// Prints a line of results.
    static func line(_ text: String) {
        write(text, to: STDOUT_FILENO)
    }

    /// Prints a complaint.
    static func complain(_ text: String) {
        write("payoutkit-bench: \(text)", to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        Descriptor.writeAll(Array((text + "\n").utf8), to: descriptor)
    }
}
