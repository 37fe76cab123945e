#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Other programs of the machine.
package enum Program {
    /// Whether the machine has the `openssl` program.
    package static let isOpenSSLInstalled = run("openssl version").isSuccess

    /// Whether Python can validate with the package `jsonschema`.
    package static let hasPythonValidator = run("python3 -c 'import jsonschema, referencing'").isSuccess

    /// Runs a command line and returns what it wrote to standard output.
    package static func run(_ command: String) -> (isSuccess: Bool, output: [UInt8]) {
        guard let pipe = popen(command + " 2>/dev/null", "r") else { return (false, []) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { output += buffer[..<count] }
        return (pclose(pipe) == 0, output)
    }
}
