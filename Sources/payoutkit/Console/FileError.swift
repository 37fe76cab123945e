/// A file that could not be read or written.
struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given, or the stream's name.
    let path: String
    /// The system's reason, such as `No such file or directory`.
    let reason: String

    var description: String { "\(path): \(reason)" }
}
