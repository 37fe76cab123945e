#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of its own for one test, gone with the value.
package final class TemporaryFolder: Sendable {
    package struct Failure: Error {
        let path: String
        let code: Int32
    }

    package let path: String

    package init() throws {
        var template = Array("/tmp/payoutkit-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: "/tmp", code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Removes a file, or a folder and what is in it.
    private static func remove(_ path: String) {
        // A link is removed and not followed: unlink fails on folders alone.
        guard unlink(path) != 0, let names = Files.names(in: path) else { return }
        for name in names { remove(path + "/" + name) }
        rmdir(path)
    }

    /// The path of a file in the folder.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file and returns its path.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        guard let stream = fopen(file(name), "wb") else { throw Failure(path: file(name), code: errno) }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
            throw Failure(path: file(name), code: errno)
        }
        return file(name)
    }

    /// Writes a file of text and returns its path.
    package func write(_ name: String, _ text: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// The bytes of a file.
    package func read(_ name: String) throws -> [UInt8] { try Files.bytes(at: file(name)) }
}
