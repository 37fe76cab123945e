public import PayoutVectors

extension VectorGenerator {
    /// What is made from the files that people write.
    public struct Result: Hashable, Sendable {
        /// Every file that is made, the table of embedded files last.
        public let files: [GeneratedFile]
        /// Files that were made once and are not made any more, as paths below the folder of the package.
        public let stale: [String]
    }

    /// Makes every generated file of the package from the files that people write.
    ///
    /// - Parameter vectors: The folder `vectors` as it stands.
    /// - Throws: `VectorGenerationError` when a test key is missing or cannot sign, or a file can't be read.
    public static func make(from vectors: VectorSet) throws(VectorGenerationError) -> Result {
        let keys = try SignatureKeys { vectors.bytes(at: $0) }
        let files = try signatureFiles(keys: keys) + versionFiles(from: vectors)
        let made = Set(files.map(\.path))
        let stale = vectors.paths.filter { isMade($0, in: vectors) && !made.contains("vectors/\($0)") }
        let paths = vectors.paths.filter { !stale.contains($0) } + made.map { String($0.dropFirst("vectors/".count)) }
        return Result(files: files + [embedTable(paths: paths)], stale: stale.map { "vectors/\($0)" })
    }
}
