#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whole files by the system's calls.
enum File {
    /// The most bytes that are read from one file: 1 GiB.
    static let maximumByteCount = 1 << 30

    /// Every byte of the file at `path`.
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, reason: lastReason()) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, name: path)
    }

    /// Every byte up to the end of an open file or stream.
    static func read(descriptor: Int32, name: String) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { unsafeReadRetrying(descriptor, into: $0) }
            if count < 0 { throw FileError(path: name, reason: lastReason()) }
            if count == 0 { return bytes }
            guard bytes.count + count <= maximumByteCount else {
                throw FileError(path: name, reason: "larger than 1 GiB")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Whether anything stands at `path`, a link that points nowhere included.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Writes a new file; an existing one is never touched.
    ///
    /// - Parameter mode: The permissions of the new file, such as `0o600`.
    /// - Throws: `FileError` when the file exists or can't be written.
    static func create(_ path: String, mode: mode_t, bytes: [UInt8]) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            let reason = errno == EEXIST ? "exists already and is not overwritten" : lastReason()
            throw FileError(path: path, reason: reason)
        }
        let isWritten = writeAll(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten else { throw FileError(path: path, reason: lastReason()) }
    }

    /// Writes a file, in place of an older one.
    static func replace(_ path: String, bytes: [UInt8]) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, reason: lastReason()) }
        let isWritten = writeAll(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten else { throw FileError(path: path, reason: lastReason()) }
    }

    /// Writes all of `bytes`, and tells whether that succeeded.
    @discardableResult
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return false
                }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func unsafeReadRetrying(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 || errno != EINTR { return count }
        }
    }

    private static func lastReason() -> String {
        String(cString: strerror(errno))
    }
}
