import StrictJSON

/// A mutant of the contract that is known to change nothing, with the reason.
package struct EquivalentMutant: Hashable, Sendable {
    /// What is changed: `v1/payout#/properties/status`; `v*/` at the start is every version of the API.
    package let subject: String
    /// What is done to it: `without the name status`.
    package let alteration: String
    /// Why no message can tell, as a sentence.
    package let reason: String
}

extension VectorSet {
    private static let equivalentsPath = "equivalent-mutants.json"

    /// The mutants that are known to change nothing; none for a set without the list.
    ///
    /// - Throws: an error with the place of the first member that is missing, unknown or of the wrong kind.
    package func equivalentMutants() throws(VectorError) -> [EquivalentMutant] {
        guard bytes(at: Self.equivalentsPath) != nil else { return [] }
        var file = try RecordReader(file: Self.equivalentsPath, of: "the list of equivalent mutants", in: self)
        guard try file.count("format") == 1 else { throw file.failure("format must be 1") }
        let mutants = try file.map(try file.required("mutants"), "mutants") { (value) throws(VectorError) in
            var entry = try RecordReader(value, of: "an equivalent mutant", in: Self.equivalentsPath)
            let mutant = EquivalentMutant(
                subject: try entry.string("subject"),
                alteration: try entry.string("alteration"),
                reason: try entry.string("reason")
            )
            try entry.finish()
            return mutant
        }
        try file.finish()
        return mutants
    }
}
