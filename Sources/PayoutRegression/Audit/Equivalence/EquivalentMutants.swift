import PayoutVectors
import StrictJSON

/// The mutants that are known to change nothing, each with its reason: the file `equivalent-mutants.json`.
///
/// What ``Redundancy`` can work out is not listed.
struct EquivalentMutants: Sendable {
    fileprivate struct Entry: Sendable {
        let subject: String
        let alteration: String
        let reason: String
    }

    private static let path = "equivalent-mutants.json"

    private let entries: [Entry]

    /// Reads the file; a set without it lists none.
    init(_ vectors: VectorSet) throws(AuditError) {
        guard vectors.bytes(at: Self.path) != nil else {
            entries = []
            return
        }
        let document = try AuditError.wrapping { () throws(VectorError) in try vectors.document(at: Self.path) }
        var entries: [Entry] = []
        for value in document.root["mutants"].map({ Array($0.elements) }) ?? [] {
            guard let subject = value["subject"]?.string, let alteration = value["alteration"]?.string,
                let reason = value["reason"]?.string
            else { throw AuditError(description: "\(Self.path): a mutant needs a subject, an alteration and a reason") }
            entries.append(Entry(subject: subject, alteration: alteration, reason: reason))
        }
        self.entries = entries
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

extension EquivalentMutants.Entry {
    /// Whether the entry is about the mutant; a subject that starts with `v*/` is about every version of the API.
    fileprivate func matches(_ mutant: Mutant) -> Bool {
        guard mutant.alteration == alteration else { return false }
        guard subject.hasPrefix("v*/") else { return mutant.subject == subject }
        let parts = mutant.subject.split(separator: "/", maxSplits: 1)
        return parts.count == 2 && parts[0].first == "v" && parts[1] == subject.dropFirst("v*/".count)
    }
}
