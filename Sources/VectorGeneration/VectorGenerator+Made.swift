import PayoutVectors
import StrictJSON

extension VectorGenerator {
    /// How the comment of a schema that is made from another one starts.
    static let schemaMark = "Made from "

    /// Whether a file below `vectors/` is made from others, rather than written by people.
    ///
    /// Files of cases are told by their folder, schemas by their comment.
    static func isMade(_ path: String, in vectors: VectorSet) -> Bool {
        if VectorCase.isMade(path: path) { return true }
        guard path.hasPrefix("schemas/"), let bytes = vectors.bytes(at: path),
            let schema = try? JSONDocument(parsing: bytes).root
        else { return false }
        return schema["$comment"]?.string?.hasPrefix(schemaMark) ?? false
    }
}
