import Synchronization

/// A file of `vectors/` in the program.
struct EmbeddedFile {
    /// The path below `vectors/`.
    let path: StaticString
    /// The size of the file in bytes.
    let byteCount: Int
    /// The content as an LZ4 block in Base64; see the tool `vectorpack`, which writes the table.
    let block: StaticString
}

/// The files that the build packed into the program; the plugin EmbedVectors makes their table.
enum EmbeddedFiles {
    private static let indexes: [String: Int] = {
        let paths = table.enumerated().map { (String(describing: $0.element.path), $0.offset) }
        return Dictionary(uniqueKeysWithValues: paths)
    }()

    /// What was unpacked before: tests and suites ask for the same files again and again.
    private static let unpacked = Mutex<[String: [UInt8]]>([:])

    /// The paths in the order of the table.
    static var paths: [String] { table.map { String(describing: $0.path) } }

    /// The file at `path`, or nil when it is not in the table.
    static func bytes(at path: String) -> [UInt8]? {
        guard let index = indexes[path] else { return nil }
        if let bytes = unpacked.withLock({ $0[path] }) { return bytes }
        let file = table[index]
        guard let block = Base64.decode(String(describing: file.block)),
            let bytes = LZ4Block.decode(block, byteCount: file.byteCount)
        else { preconditionFailure("the table of embedded files is broken at \(path)") }
        unpacked.withLock { $0[path] = bytes }
        return bytes
    }
}
