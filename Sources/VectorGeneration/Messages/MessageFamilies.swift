public import PayoutContract
import PayoutRegression
public import PayoutVectors
import StrictJSON

/// The cases of messages that are made from the schemas: for each constraint one that breaks it and those at its edges.
public struct MessageFamilies: Sendable {
    /// A constraint for which no case could be made.
    public struct Gap: Hashable, Sendable {
        /// The constraint.
        public let constraint: Constraint
        /// Why there is none, as a clause.
        public let reason: String
    }

    /// The case files.
    public let files: [GeneratedFile]
    /// The constraints without a case.
    public let gaps: [Gap]

    /// The folder, below those of hand-written cases, that holds generated ones.
    static let folder = "generated"

    /// Whether a path below `vectors` is one of a generated case file.
    static func isGenerated(_ path: String) -> Bool { path.containsText("/\(folder)/") }

    /// Makes the cases from the schemas and from the accepted bodies that people wrote.
    ///
    /// - Throws: `VectorGenerationError` when the vectors hold something wrong.
    public init(_ vectors: VectorSet) throws(VectorGenerationError) {
        let written = vectors.withoutGeneratedCases
        let rules = try VectorGenerationError.wrapping { () throws(VectorError) in try written.rules() }
        let cases = try VectorGenerationError.wrapping { () throws(VectorError) in try written.cases(kind: .message) }
        let bodies = cases.compactMap(AcceptedBody.init).sorted { $0.precedes($1) }
        let maker = try VectorGenerationError.wrapping { () throws(ContractError) in
            var maker = try FamilyMaker(written, rules: rules, bodies: bodies)
            try maker.run()
            return maker
        }
        files = maker.generatedFiles
        gaps = maker.gaps
    }
}

extension VectorSet {
    /// The set as people wrote it: generated cases are made from it, whatever they were before.
    fileprivate var withoutGeneratedCases: VectorSet {
        let written = paths.filter { !MessageFamilies.isGenerated($0) }
        let files = written.compactMap { path in bytes(at: path).map { (path, $0) } }
        return VectorSet(files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
    }
}
