public import PayoutVectors

/// Everything that the generator makes of one set of vectors.
public struct GeneratedSet: Sendable {
    /// The files, whole.
    public let files: [GeneratedFile]
    /// The constraints for which no case could be made.
    public let gaps: [MessageFamilies.Gap]

    /// The files of a set, below the package's folder, that lie where generated ones do and are not made any more.
    public func stalePaths(in vectors: VectorSet) -> [String] {
        let made = Set(files.map(\.path))
        return vectors.paths.filter(MessageFamilies.isGenerated).map { "vectors/\($0)" }.filter { !made.contains($0) }
    }
}

extension VectorGenerator {
    /// Makes every generated file of the package from the files that people write.
    ///
    /// - Parameter vectors: The folder `vectors` as it stands.
    /// - Throws: `VectorGenerationError` when a test key is missing or cannot sign, or a file of the vectors is wrong.
    public static func made(from vectors: VectorSet) throws(VectorGenerationError) -> GeneratedSet {
        let keys = try SignatureKeys { vectors.bytes(at: $0) }
        let families = try MessageFamilies(vectors)
        let made = try signatureFiles(keys: keys) + families.files
        let madePaths = made.map { String($0.path.dropFirst("vectors/".count)) }
        let written = vectors.paths.filter { !MessageFamilies.isGenerated($0) }
        return GeneratedSet(files: made + [embedTable(paths: written + madePaths)], gaps: families.gaps)
    }

    /// The files of ``made(from:)``.
    ///
    /// - Throws: `VectorGenerationError`, as there.
    public static func files(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        try made(from: vectors).files
    }
}
