#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Other programs of the machine.
enum Program {
    /// Whether Python can validate with the package `jsonschema`.
    static let hasPythonValidator = run("python3 -c 'import jsonschema, referencing'").isSuccess

    /// Runs a command line and returns what it wrote to standard output.
    static func run(_ command: String) -> (isSuccess: Bool, output: String) {
        guard let pipe = popen(command + " 2>/dev/null", "r") else { return (false, "") }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = fread(&buffer, 1, buffer.count, pipe)
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        return (pclose(pipe) == 0, String(decoding: output, as: UTF8.self))
    }
}

/// A folder for one test, gone with the value.
final class TemporaryFolder {
    struct NotMade: Error {}

    let path: String

    init() throws {
        var template = Array("/tmp/payoutkit-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NotMade() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // The path was made by mkdtemp: letters and digits alone.
        _ = Program.run("rm -r '\(path)'")
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        guard let stream = fopen(file, "wb") else { throw NotMade() }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw NotMade() }
        return file
    }

    /// The bytes of a file.
    func read(_ name: String) throws -> [UInt8] { try FileReader.bytes(at: "\(path)/\(name)") }
}
