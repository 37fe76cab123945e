import PayoutVectors

extension CommandDefinition {
    /// `payoutkit vectors export`: the embedded folder as files.
    static let exportVectors = CommandDefinition(
        "export",
        summary: "Write the folder of vectors: schemas, rules, cases, keys and the README",
        operands: Operands(synopsis: "DIR", count: 1...1),
        options: [OptionDefinition("--force", help: "replace files that differ")],
        discussion: """
            Without --force nothing at all is written when a file with other content is there. Each file is written at once:
            a program that reads it sees the old one or the new one.
            """
    ) { arguments, console in
        let directory = arguments.operands[0]
        let export = VectorExport(vectors: .embedded, directory: directory, replaces: arguments.has("--force"))
        let outcome = try export.run()
        console.print("\(directory): \(outcome.writtenCount) files written, \(outcome.sameCount) were there")
        for path in export.strangers() {
            console.complain("\(directory)/\(path) is not one of the vectors of this version")
        }
        return .right
    }
}
