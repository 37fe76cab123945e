package import PayoutContract
package import PayoutVectors
import StrictJSON

/// Makes contracts that differ from one set of vectors in one keyword of one schema.
package struct MutatedContract: Sendable {
    private let library: SchemaLibrary
    private let rules: RuleRegister
    private let schemas: [String: [UInt8]]

    /// Reads the schemas of a set, and nothing else.
    package init(_ vectors: VectorSet, library: SchemaLibrary, rules: RuleRegister) {
        self.library = library
        self.rules = rules
        let paths = vectors.jsonPaths(in: "schemas")
        schemas = Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in vectors.bytes(at: path).map { (path, $0) } }
        )
    }

    /// The contract as it stands.
    package var original: Contract { Contract(vectors: VectorSet(files: schemas), rules: rules) }

    /// The contract in which a check of values finds every value wrong.
    package func contract(blindCheck: String) -> Contract {
        Contract(vectors: VectorSet(files: schemas), rules: rules, blindCheck: blindCheck)
    }

    /// The contract in which `constraint` is altered.
    package func contract(_ constraint: Constraint, _ alteration: Alteration) -> Contract {
        var files = schemas
        if let document = library[constraint.schema.uri] {
            var changed = document
            changed[constraint.schema.pointer.appending(constraint.keyword)] = alteration.replacement
            files[constraint.schema.path] = JSONWriter.compact.write(changed)
        }
        return Contract(vectors: VectorSet(files: files), rules: rules)
    }
}
