import PayoutVectors

/// The mutants that are known to change nothing, each with its reason: the file `equivalent-mutants.json`.
///
/// What ``Redundancy`` can work out is not listed.
struct EquivalentMutants: Sendable {
    private let entries: [EquivalentMutant]

    /// Reads the file; a set without it lists none.
    init(_ vectors: VectorSet) throws(AuditError) {
        entries = try AuditError.wrapping { () throws(VectorError) in try vectors.equivalentMutants() }
    }

    /// The report in which the survivors that are listed are equivalent.
    ///
    /// An entry is out of date when a case kills a mutant that it names, or when it names none.
    ///
    /// - Parameter isComplete: Whether all mutants were made, so that an entry for none of them is out of date.
    func applied(to outcomes: [MutantOutcome], isComplete: Bool) -> AuditReport {
        var needed: Set<Int> = []
        var refuted: Set<Int> = []
        let judged = outcomes.map { outcome -> MutantOutcome in
            guard let position = entries.firstIndex(where: { $0.matches(outcome.mutant) }) else { return outcome }
            guard outcome.fate == .survived else {
                refuted.insert(position)
                return outcome
            }
            needed.insert(position)
            return MutantOutcome(outcome.mutant, .equivalent(entries[position].reason))
        }
        let stale = entries.indices.filter { refuted.contains($0) || isComplete && !needed.contains($0) }
        let names = stale.map { "\(entries[$0].subject) \(entries[$0].alteration)" }
        return AuditReport(outcomes: judged, staleEquivalents: names)
    }
}

extension EquivalentMutant {
    /// Whether the entry is about the mutant; a subject that starts with `v*/` is about every version of the API.
    fileprivate func matches(_ mutant: Mutant) -> Bool {
        guard mutant.alteration == alteration else { return false }
        guard subject.hasPrefix("v*/") else { return mutant.subject == subject }
        let parts = mutant.subject.split(separator: "/", maxSplits: 1)
        return parts.count == 2 && parts[0].first == "v" && parts[1] == subject.dropFirst("v*/".count)
    }
}
