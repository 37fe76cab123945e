import StrictJSON

/// The files of a contract while its history is undone: each is parsed once, and written once for each revision that
/// changes it.
struct RevisedFiles {
    private var files: [String: [UInt8]]
    private var trees: [String: JSONTree] = [:]
    private var changed: Set<String> = []

    init(_ files: [String: [UInt8]]) {
        self.files = files
    }

    /// The paths that start with `prefix`, in the order of their bytes.
    func paths(from prefix: String) -> [String] {
        files.keys.filter { $0.hasPrefix(prefix) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A file as a value.
    ///
    /// - Throws: an error when there is no such file, or it is no JSON.
    mutating func tree(at path: String) throws(VectorError) -> JSONTree {
        if let known = trees[path] { return known }
        let tree = JSONTree(try VectorSet(files: files).document(at: path).root)
        trees[path] = tree
        return tree
    }

    /// Gives a file another value.
    mutating func replace(_ path: String, with tree: JSONTree) {
        trees[path] = tree
        changed.insert(path)
    }

    /// Removes a file.
    mutating func drop(_ path: String) {
        files[path] = nil
        trees[path] = nil
        changed.remove(path)
    }

    /// The set of the files as they are now.
    mutating func vectors() -> VectorSet {
        for path in changed { files[path] = trees[path].map { JSONWriter.pretty.write($0) } }
        changed = []
        return VectorSet(files: files)
    }
}
