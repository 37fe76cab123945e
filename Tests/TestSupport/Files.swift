#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files of the package and of the machine, by the C library alone.
package enum Files {
    package struct Unreadable: Error {
        let path: String
    }

    /// The folder of the package, with a slash at its end.
    package static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/") + "/"
    }()

    /// Reads a file, given its path from the folder of the package or from the root of the file system.
    package static func bytes(at path: String) throws -> [UInt8] {
        guard let file = fopen(path.hasPrefix("/") ? path : root + path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    /// The names in a folder, but `.` and `..`; nil where there is no such folder.
    package static func names(in folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The paths of all files below a folder whose names end in `.json`, sorted.
    package static func jsonFiles(below folder: String) throws -> [String] {
        guard let names = names(in: folder) else { throw Unreadable(path: folder) }
        var paths: [String] = []
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if name.hasSuffix(".json") {
                paths.append(path)
            } else if self.names(in: path) != nil {
                paths += try jsonFiles(below: path)
            }
        }
        return paths.sorted()
    }

    /// A variable of the environment that is set and not empty.
    package static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
