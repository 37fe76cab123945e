import PayoutVectors

/// The folder `vectors` of this checkout.
enum VectorsFolder {
    static let path: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return parts.joined(separator: "/") + "/vectors"
    }()

    static func read() throws(VectorError) -> VectorSet { try VectorSet(directory: path) }
}
