import PayoutVectors

/// Writes a set of vectors into a folder, file by file, each at once or not at all.
struct VectorExport {
    let vectors: VectorSet
    let directory: String
    /// Whether files with other content are replaced.
    let replaces: Bool

    /// What was done.
    struct Outcome {
        var writtenCount = 0
        var sameCount = 0
    }

    /// Writes the files that are not there yet.
    ///
    /// - Throws: `UsageError`, before anything is written, when a file with other content is there and must not be
    ///   replaced; `FileError` when a file or folder can't be read or written.
    func run() throws -> Outcome {
        var outcome = Outcome()
        var missing: [String] = []
        var different: [String] = []
        for path in vectors.paths {
            let target = "\(directory)/\(path)"
            guard File.exists(target) else {
                missing.append(path)
                continue
            }
            if try File.read(target) == vectors.bytes(at: path) {
                outcome.sameCount += 1
            } else {
                different.append(path)
            }
        }
        if let first = different.first, !replaces {
            let rest = different.count > 1 ? " and \(different.count - 1) more differ" : " differs"
            throw UsageError("\(directory)/\(first)\(rest) from the vectors; --force replaces what differs")
        }
        for path in missing + different {
            try write(path)
            outcome.writtenCount += 1
        }
        return outcome
    }

    /// JSON files beside the vectors in their folders: a program that loads all of a folder would take them for cases.
    func strangers() -> [String] {
        let known = Set(vectors.paths)
        let folders = Set(vectors.paths.filter { $0.contains("/") }.compactMap { $0.split(separator: "/").first })
        return folders.sorted()
            .flatMap { folder -> [String] in
                let found = (try? VectorSet(directory: "\(directory)/\(folder)").paths) ?? []
                return found.map { "\(folder)/\($0)" }.filter { $0.hasSuffix(".json") && !known.contains($0) }
            }
    }

    private func write(_ path: String) throws {
        guard let bytes = vectors.bytes(at: path) else { return }
        let target = "\(directory)/\(path)"
        try File.createFolders(to: target)
        try File.replaceAtOnce(target, bytes: bytes)
    }
}
