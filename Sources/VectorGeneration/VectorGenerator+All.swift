public import PayoutVectors

extension VectorGenerator {
    /// What is made from the files that people write.
    public struct Result: Hashable, Sendable {
        /// Every file that is made.
        public let files: [GeneratedFile]
        /// Files that were made once and are not made any more, as paths below the folder of the package.
        public let stale: [String]
        /// The constraints for which no case could be made.
        public let gaps: [MessageFamilies.Gap]
    }

    /// Makes every generated file of the package from the files that people write.
    ///
    /// - Parameter vectors: The folder `vectors` as it stands; what was made before is not read.
    /// - Throws: `VectorGenerationError` when a test key is missing or cannot sign, or a file can't be read.
    public static func make(from vectors: VectorSet) throws(VectorGenerationError) -> Result {
        let old = vectors.paths.filter { isMade($0, in: vectors) }
        var progress = Progress(written: Set(vectors.paths).subtracting(old), in: vectors)
        progress.add(try versionFiles(from: progress.vectors))
        let families = try MessageFamilies(progress.vectors)
        progress.add(families.files)
        // The golden bodies of API v2 are signed too.
        progress.add(try signatureFiles(from: progress.vectors))
        let stale = old.filter { progress.content[$0] == nil }.map { "vectors/\($0)" }
        return Result(files: progress.files, stale: stale, gaps: families.gaps)
    }

    /// What was made so far: each step reads what the steps before it made.
    private struct Progress {
        private(set) var content: [String: [UInt8]] = [:]
        private(set) var files: [GeneratedFile] = []

        init(written paths: Set<String>, in vectors: VectorSet) {
            for path in paths { content[path] = vectors.bytes(at: path) }
        }

        var vectors: VectorSet { VectorSet(files: content) }

        mutating func add(_ made: [GeneratedFile]) {
            files += made
            for file in made { content[String(file.path.dropFirst("vectors/".count))] = file.bytes }
        }
    }

    private static func signatureFiles(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        let keys = try SignatureKeys { vectors.bytes(at: $0) }
        let bodies: [GoldenBody]
        do {
            bodies = try GoldenBody.all(in: vectors)
        } catch {
            throw VectorGenerationError(.unreadableFile, subject: error.description)
        }
        return try signatureFiles(keys: keys, golden: bodies)
    }
}
