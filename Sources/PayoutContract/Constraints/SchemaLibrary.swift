public import PayoutVectors
public import StrictJSON

/// Every schema document of the contract, as values that can be read and edited.
///
/// Schemas of other files, such as those of the kit's own reports, are no part of the contract.
public struct SchemaLibrary: Sendable {
    /// The `$id`s, in the order of the files' paths.
    public let uris: [String]
    private let documents: [String: JSONTree]

    /// Reads the schemas of a set of vectors.
    ///
    /// - Throws: an error when one can't be read.
    public init(_ vectors: VectorSet) throws(ContractError) {
        do throws(VectorError) {
            let families = Set(APIVersion.allCases.map(\.rawValue) + ["common"])
            let pairs = try vectors.schemaDocuments().map { ($0.root["$id"]?.string ?? "", JSONTree($0.root)) }
                .filter { families.contains(SchemaPlace(uri: $0.0, pointer: .root).family) }
            uris = pairs.map(\.0)
            documents = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        } catch {
            throw ContractError(error)
        }
    }

    /// A whole document.
    public subscript(uri: String) -> JSONTree? { documents[uri] }

    /// A schema inside a document.
    public subscript(place: SchemaPlace) -> JSONTree? { documents[place.uri]?[place.pointer] }

    /// The schema that a `$ref` in the document `uri` names, or nil when it leads nowhere.
    public func target(of reference: String, in uri: String) -> SchemaPlace? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts.first.map(String.init) ?? ""
        let pointer = parts.count > 1 ? JSONPointer(String(parts[1])) : .root
        guard let pointer else { return nil }
        let place = SchemaPlace(uri: target.isEmpty ? uri : target, pointer: pointer)
        return self[place] == nil ? nil : place
    }
}
