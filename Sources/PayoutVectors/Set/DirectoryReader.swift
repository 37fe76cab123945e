#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a folder into memory by POSIX calls, within limits.
struct DirectoryReader {
    private static let maximumDepth = 8
    private static let maximumFileCount = 20_000
    private static let maximumByteCount = 16 << 20

    private let root: String
    private var files: [String: [UInt8]] = [:]

    /// Reads every file below `root`; the keys are paths below it, with `/` between their parts.
    static func files(below root: String) throws(VectorError) -> [String: [UInt8]] {
        var reader = DirectoryReader(root: root)
        try reader.readFolder("", depth: 0)
        return reader.files
    }

    private init(root: String) {
        self.root = root
    }

    private mutating func readFolder(_ path: String, depth: Int) throws(VectorError) {
        guard depth <= Self.maximumDepth else { throw VectorError(path: path, reason: "folders are nested too deeply") }
        for name in try names(in: path) where !name.hasPrefix(".") {
            let child = path.isEmpty ? name : "\(path)/\(name)"
            var status = stat()
            guard stat("\(root)/\(child)", &status) == 0 else { throw Self.systemError(child) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try readFolder(child, depth: depth + 1)
            case S_IFREG: try readFile(child)
            default: throw VectorError(path: child, reason: "is neither a file nor a folder")
            }
        }
    }

    private func names(in path: String) throws(VectorError) -> [String] {
        guard let directory = opendir(path.isEmpty ? root : "\(root)/\(path)") else {
            throw Self.systemError(path.isEmpty ? root : path)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            // The name ends with a zero byte inside the entry, which lives until the next call.
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    String(cString: $0)
                }
            }
            names.append(name)
        }
        return names
    }

    private mutating func readFile(_ path: String) throws(VectorError) {
        guard files.count < Self.maximumFileCount else {
            throw VectorError(path: path, reason: "there are too many files")
        }
        let descriptor = open("\(root)/\(path)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.systemError(path) }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw Self.systemError(path)
            }
            if count == 0 { break }
            content += buffer[..<count]
            guard content.count <= Self.maximumByteCount else {
                throw VectorError(path: path, reason: "is longer than 16 MiB")
            }
        }
        files[path] = content
    }

    private static func systemError(_ path: String) -> VectorError {
        let code = errno
        return VectorError(path: path, reason: strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
}
