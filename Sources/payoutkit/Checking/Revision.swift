import PayoutContract
import PayoutVectors

/// The contract as it was, by the option `--as-of`.
enum Revision {
    static let option = OptionDefinition(
        "--as-of",
        .one("REVISION"),
        help: "the contract as it was: a name that `revisions` lists"
    )

    /// The contract of a revision.
    static func contract(of name: String) throws -> Contract {
        let vectors: VectorSet
        do throws(VectorError) {
            vectors = try VectorSet.embedded.revision(named: name)
        } catch {
            throw UsageError("--as-of: \(error.reason)")
        }
        return try Contract(vectors: vectors)
    }
}
