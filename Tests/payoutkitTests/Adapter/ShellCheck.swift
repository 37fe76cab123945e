#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A shell command that is run for its exit status.
struct ShellCheck {
    struct NotStarted: Error {}

    let isSuccess: Bool

    init(_ command: String) throws {
        guard let pipe = popen("(\(command)) >/dev/null 2>&1", "r") else { throw NotStarted() }
        isSuccess = pclose(pipe) == 0
    }
}
