import HTTPWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder of the kit's own below `TMPDIR`, which nobody else may read and which goes when it is let go.
final class ScratchFolder: Sendable {
    /// The absolute path.
    let path: String

    /// - Throws: `ProcessError` when there is no place for it.
    init() throws(ProcessError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/payoutkit-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Self.failure("no folder can be made in \(parent)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        remove()
    }

    /// Writes a file that the owner alone may read, and returns its path.
    ///
    /// - Throws: `ProcessError` when it can't be written.
    func write(_ bytes: [UInt8], to name: String) throws(ProcessError) -> String {
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("\(file) can't be written") }
        defer { Descriptor.close(descriptor) }
        guard Descriptor.writeAll(bytes, to: descriptor) else { throw Self.failure("\(file) can't be written") }
        return file
    }

    /// Removes the files and the folder.
    func remove() {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { unlink("\(path)/\(name)") }
        }
        closedir(folder)
        rmdir(path)
    }

    private static func failure(_ sentence: String) -> ProcessError {
        ProcessError(description: "\(sentence): \(Spawning.reason(errno))")
    }
}
