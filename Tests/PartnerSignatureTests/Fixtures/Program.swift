#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The `openssl` program, where the machine has it.
enum Program {
    static let isOpenSSLInstalled = run("openssl version").isSuccess

    /// Runs a command line and returns what it wrote.
    static func run(_ command: String) -> (isSuccess: Bool, output: [UInt8]) {
        guard let pipe = popen(command + " 2>/dev/null", "r") else { return (false, []) }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        return (pclose(pipe) == 0, output)
    }
}

/// A folder for one test, gone with the value.
final class TemporaryFolder {
    struct NotMade: Error {}

    private let path: String
    private var names: [String] = []

    init() throws {
        var template = Array("/tmp/payoutkit-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NotMade() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// Writes a file and returns its path.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        guard let stream = fopen(file, "wb") else { throw NotMade() }
        names.append(name)
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw NotMade() }
        return file
    }
}
