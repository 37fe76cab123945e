import PayoutVectors
import TestSupport

/// The folder `vectors` of this checkout.
enum VectorsFolder {
    static let path = Files.root + "vectors"

    static func read() throws(VectorError) -> VectorSet { try VectorSet(directory: path) }
}
