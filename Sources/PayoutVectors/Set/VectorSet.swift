/// Everything under `vectors/`: schemas, rules, cases and keys, as one consistent set of files.
///
/// Making a set reads nothing but, for a directory, its files. Rules, schemas and cases are parsed and checked when they
/// are asked for, so that a program that needs one schema does not pay for a thousand cases.
public struct VectorSet: Sendable {
    private enum Source: Sendable {
        case embedded
        case memory([String: [UInt8]])
    }

    private let source: Source

    /// The files as they were when the package was built.
    public static let embedded = VectorSet(source: .embedded)

    /// Reads every file below a folder, instead of the embedded ones.
    ///
    /// Names that start with a dot are passed over. The folder may hold at most 20,000 files of 16 MiB each, in folders
    /// at most 8 deep.
    ///
    /// - Throws: an error that names the file or folder that can't be read, and why.
    public init(directory: String) throws(VectorError) {
        source = .memory(try DirectoryReader.files(below: directory))
    }

    /// Makes a set of files in memory, by their paths below `vectors/`.
    public init(files: [String: [UInt8]]) {
        source = .memory(files)
    }

    /// Whether these are the files of the build, whose content is always the same.
    var isEmbedded: Bool {
        if case .embedded = source { true } else { false }
    }

    private init(source: Source) {
        self.source = source
    }

    /// The paths of all files below `vectors/`, in the order of their bytes.
    public var paths: [String] {
        let paths =
            switch source {
            case .embedded: EmbeddedFiles.paths
            case .memory(let files): Array(files.keys)
            }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The content of the file at `path`, or nil when there is none.
    public func bytes(at path: String) -> [UInt8]? {
        switch source {
        case .embedded: EmbeddedFiles.bytes(at: path)
        case .memory(let files): files[path]
        }
    }

    /// The paths of the JSON files in a folder such as `payloads` and in the folders below it, in the order of their bytes.
    public func jsonPaths(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".json") }
    }

    /// The content of the file at `path`.
    ///
    /// - Throws: an error when there is no such file.
    func requiredBytes(at path: String) throws(VectorError) -> [UInt8] {
        guard let bytes = bytes(at: path) else { throw VectorError(path: path, reason: "there is no such file") }
        return bytes
    }
}
