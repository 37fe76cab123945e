import PayoutRegression
import PayoutVectors

extension CommandDefinition {
    /// `payoutkit revisions`: the contract as it was.
    static let revisions = CommandDefinition(
        "revisions",
        summary: "List the revisions of the contract that are known, and what came with each",
        options: [
            OptionDefinition("--verdicts", .one("FILE"), help: "add each revision's verdict on each case to a list"),
            OptionDefinition("--check", help: "write nothing; exit with 1 when a verdict is not as the list has it"),
        ],
        discussion: """
            A revision is the contract as it was from that day on. `diff`, `check --as-of`, `conform --as-of` and `replay`
            take its name. The list of verdicts is for whoever changes schemas or the history: a verdict that it holds may
            never change.
            """
    ) { arguments, console in
        if let path = arguments["--verdicts"] {
            return try freeze(path, isCheck: arguments.has("--check"), console: console)
        }
        guard !arguments.has("--check") else { throw UsageError("--check needs --verdicts FILE") }
        list(try VectorSet.embedded.revisions(), console: console)
        return .right
    }

    private static func list(_ revisions: [ContractRevision], console: Console) {
        console.print("current  the contract of this version")
        for revision in revisions {
            for change in revision.changes {
                let sources = change.sources.map { "\($0.certainty.rawValue): \($0.location)" }.joined(separator: "; ")
                console.print("    with it came: \(change.what) (\(sources))")
            }
            console.print("\(revision.id)  \(revision.title)")
        }
    }

    /// Holds the embedded history against a list of verdicts, and adds what the list lacks.
    private static func freeze(_ path: String, isCheck: Bool, console: Console) throws -> ExitCode {
        let history = try RevisionHistory(.embedded)
        if isCheck || File.exists(path) {
            let bytes = try console.read(path)
            let frozen: FrozenVerdicts
            do throws(FrozenVerdicts.Unreadable) {
                frozen = try FrozenVerdicts(reading: bytes)
            } catch {
                throw UsageError("\(path):\(error)")
            }
            let changes = try frozen.changes(in: history, threads: Processor.count)
            for change in changes { console.print(change) }
            console.complain("\(frozen.count) cases in \(history.revisions.count) revisions, \(changes.count) changes")
            guard changes.isEmpty else { return .wrong }
            if isCheck { return .right }
        }
        try File.replaceAtOnce(path, bytes: FrozenVerdicts(listing: history, threads: Processor.count).bytes)
        return .right
    }
}
