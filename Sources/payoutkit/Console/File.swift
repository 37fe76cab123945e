import HTTPWire

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

    /// The bytes of a file that holds a secret, or of standard input when `path` is `-`, in one buffer and no other.
    ///
    /// Of a longer file only the first `limit` bytes are read. The caller erases them after use.
    static func readSecret(_ path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        let (descriptor, name) = try openForReading(path)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            let count = bytes.withUnsafeMutableBytes {
                readRetrying(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            if count < 0 { throw FileError(path: name, reason: lastReason()) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(limit - filled)
        return bytes
    }

    /// Hands out the bytes of the file at `path`, or of standard input when it is `-`, part by part in order.
    ///
    /// - Parameter take: Gets up to 64 KiB at a time, and says whether it wants more.
    static func forEachChunk(of path: String, take: (ArraySlice<UInt8>) -> Bool) throws(FileError) {
        let (descriptor, name) = try openForReading(path)
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
        let isWritten = Descriptor.writeAll(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten else { throw FileError(path: path, reason: lastReason()) }
    }

    /// Writes a file, in place of an older one.
    static func replace(_ path: String, bytes: [UInt8]) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, reason: lastReason()) }
        let isWritten = Descriptor.writeAll(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten else { throw FileError(path: path, reason: lastReason()) }
    }

    /// Writes a file, in place of an older one, so that nobody ever sees half of it.
    ///
    /// The content goes to a file beside it, which is then given the name.
    static func replaceAtOnce(_ path: String, bytes: [UInt8]) throws(FileError) {
        let draft = "\(path).\(getpid()).tmp"
        do throws(FileError) {
            try create(draft, mode: 0o644, bytes: bytes)
        } catch {
            throw FileError(path: path, reason: error.reason)
        }
        guard rename(draft, path) == 0 else {
            let reason = lastReason()
            unlink(draft)
            throw FileError(path: path, reason: reason)
        }
    }

    /// Makes the folders that the file at `path` will lie in, as far as they are missing.
    static func createFolders(to path: String) throws(FileError) {
        var end = path.startIndex
        while let slash = path[end...].firstIndex(of: "/") {
            end = path.index(after: slash)
            let folder = String(path[..<slash])
            guard !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST else { continue }
            throw FileError(path: folder, reason: lastReason())
        }
    }

    /// Removes the file at `path`.
    ///
    /// - Throws: `FileError` when it can't be removed.
    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) == 0 else { throw FileError(path: path, reason: lastReason()) }
    }

    /// Opens a file, or standard input when `path` is `-`; the caller closes it.
    private static func openForReading(_ path: String) throws(FileError) -> (descriptor: Int32, name: String) {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        let name = path == "-" ? "standard input" : path
        guard descriptor >= 0 else { throw FileError(path: name, reason: lastReason()) }
        return (descriptor, name)
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
