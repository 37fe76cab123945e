import PayoutVectors
import TestSupport
import Testing

/// One case of `vectors/signatures`, as the loader of the vectors reads it.
struct SignatureVector: Sendable, CustomTestStringConvertible {
    let id: String
    let twin: String?
    let content: SignatureCase

    var testDescription: String { id }
    var body: [UInt8] { content.body }
    var signature: String { content.signature }
    var isSigning: Bool { content.operation == .sign }
    /// The file with the key, from the folder of the package.
    var keyPath: String { "vectors/" + content.keyPath }
    /// The rule that is broken; nil when the signature is accepted.
    var brokenRule: String? { content.brokenRule?.rawValue }

    /// The cases of all files, read once.
    static func all() throws -> [SignatureVector] {
        try loaded.get()
    }

    private static let loaded = Result {
        let set = try VectorSet(directory: Files.root + "vectors")
        let vectors = try set.cases(kind: .signature)
            .compactMap { vector -> SignatureVector? in
                guard case .signature(let content) = vector.content else { return nil }
                return SignatureVector(id: vector.id, twin: vector.twin, content: content)
            }
        // Without cases the tests that take them as arguments would pass.
        try #require(vectors.count >= 250)
        return vectors
    }
}
