import PayoutVectors

extension CommandDefinition {
    /// `payoutkit revisions`: the contract as it was.
    static let revisions = CommandDefinition(
        "revisions",
        summary: "List the revisions of the contract that are known, and what came with each",
        discussion:
            "A revision is the contract as it was from that day on. `diff`, `check --as-of` and `replay` take its name."
    ) { _, console in
        console.print("current  the contract of this version")
        for revision in try VectorSet.embedded.revisions() {
            for change in revision.changes {
                let sources = change.sources.map { "\($0.certainty.rawValue): \($0.location)" }.joined(separator: "; ")
                console.print("    with it came: \(change.what) (\(sources))")
            }
            console.print("\(revision.id)  \(revision.title)")
        }
        return .right
    }
}
