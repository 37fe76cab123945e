#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Files of the test folder.
enum FileReader {
    struct Unreadable: Error {
        let path: String
    }

    /// The bytes of a file.
    static func bytes(at path: String) throws -> [UInt8] {
        guard let stream = fopen(path, "rb") else { throw Unreadable(path: path) }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
        return bytes
    }
}
