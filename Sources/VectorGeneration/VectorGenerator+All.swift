public import PayoutVectors

extension VectorGenerator {
    /// Makes every generated file of the package from the files that people write.
    ///
    /// - Parameter vectors: The folder `vectors` as it stands.
    /// - Throws: `VectorGenerationError` when a test key is missing or cannot sign, or a file of messages is wrong.
    public static func files(from vectors: VectorSet) throws(VectorGenerationError) -> [GeneratedFile] {
        let keys = try SignatureKeys { vectors.bytes(at: $0) }
        let bodies: [GoldenBody]
        do {
            bodies = try GoldenBody.all(in: vectors)
        } catch {
            throw VectorGenerationError(.payloads, subject: error.description)
        }
        let signatures = try signatureFiles(keys: keys, golden: bodies)
        let generatedPaths = signatures.map { String($0.path.dropFirst("vectors/".count)) }
        return signatures + [embedTable(paths: vectors.paths + generatedPaths)]
    }
}
