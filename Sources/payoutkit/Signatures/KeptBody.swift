/// A body that is kept for an explanation while it is verified part by part.
struct KeptBody {
    /// A longer body is no message of the API: it is verified, and its bytes are not searched.
    static let maximumByteCount = 64 << 20

    /// The bytes; nil when there were too many.
    private(set) var bytes: [UInt8]? = []

    mutating func append(_ chunk: [UInt8]) {
        guard let count = bytes?.count else { return }
        guard count + chunk.count <= Self.maximumByteCount else {
            bytes = nil
            return
        }
        bytes?.append(contentsOf: chunk)
    }
}
