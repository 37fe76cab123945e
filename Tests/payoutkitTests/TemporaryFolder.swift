@testable import payoutkit

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of its own for one test, gone with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws(FileError) {
        var template = Array("/tmp/payoutkit-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileError(path: "/tmp", reason: "no folder can be made") }
        path = template.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
    }

    deinit { Self.remove(path) }

    /// Removes a file, or a folder and what is in it.
    private static func remove(_ path: String) {
        // A link is removed and not followed: unlink fails on folders alone.
        guard unlink(path) != 0, let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { remove(path + "/" + name) }
        }
        closedir(folder)
        rmdir(path)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file and returns its path.
    func write(_ name: String, _ text: String) throws(FileError) -> String {
        try File.replace(file(name), bytes: Array(text.utf8))
        return file(name)
    }
}
