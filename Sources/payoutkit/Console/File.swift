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
    ///
    /// - Throws: `FileError` when it can't be read or is larger than `maximumByteCount`.
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var isTooLarge = false
        try forEachChunk(of: path) { chunk in
            if bytes.count + chunk.count > maximumByteCount {
                isTooLarge = true
            } else {
                bytes.append(contentsOf: chunk)
            }
            return !isTooLarge
        }
        if isTooLarge { throw FileError(path: path, reason: "larger than 1 GiB") }
        return bytes
    }

    /// Hands out the bytes of the file at `path`, or of standard input when it is `-`, part by part in order.
    ///
    /// - Parameter take: Gets up to 64 KiB at a time, and says whether it wants more.
    static func forEachChunk(of path: String, take: (ArraySlice<UInt8>) -> Bool) throws(FileError) {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        let name = path == "-" ? "standard input" : path
        guard descriptor >= 0 else { throw FileError(path: name, reason: lastReason()) }
        defer { close(descriptor) }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { readRetrying(descriptor, into: $0) }
            if count < 0 { throw FileError(path: name, reason: lastReason()) }
            if count == 0 || !take(chunk[..<count]) { return }
        }
    }

    /// Whether anything stands at `path`, a link that points nowhere included.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether a folder stands at `path`.
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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

    /// Makes the folders above the file at `path` that are not there yet.
    ///
    /// - Throws: `FileError` when one can't be made.
    static func makeFolders(above path: String) throws(FileError) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
                throw FileError(path: folder, reason: lastReason())
            }
        }
    }

    /// Removes the file at `path`.
    ///
    /// - Throws: `FileError` when it can't be removed.
    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 else { throw FileError(path: path, reason: lastReason()) }
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

    private static func readRetrying(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
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
