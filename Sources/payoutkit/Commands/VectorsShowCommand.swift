import PayoutContract
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit vectors show`: one case with everything that is known of it.
    static let showVector = CommandDefinition(
        "show",
        summary: "Show a golden case: what it says and why, its bytes, and how it differs from its twin",
        operands: Operands(synopsis: "ID", count: 1...1),
        options: [
            OptionDefinition("--body", help: "write the exact bytes alone, for a pipe"),
            OutputFormat.option(json: "the case as its file has it"), .vectors,
        ],
        discussion: """
            Characters that a terminal would obey or not show are written out, except with --body.

            payoutkit vectors show ID --body | payoutkit check - --as session/confirm
            """
    ) { arguments, console in
        let vectors = try arguments.vectorSet()
        let all = try vectors.cases()
        let id = arguments.operands[0]
        guard let vector = all.first(where: { $0.id == id }) else {
            throw UsageError("unknown case \(VisibleName.of(id))\(Suggestion.clause(for: id, among: all.map(\.id)))")
        }
        if arguments.has("--body") {
            guard !arguments.has("--format") else { throw UsageError("--body and --format exclude each other") }
            guard let body = vector.body else { throw UsageError("\(id) is a sequence and has no body") }
            console.write(body)
            return .right
        }
        switch try arguments.outputFormat() {
        case .json:
            console.write(JSONWriter.pretty.write(try vectors.record(of: vector)))
        case .text:
            let text = CaseText(
                vector: vector,
                twin: all.first { $0.id == vector.twin },
                rules: try vectors.rules(),
                contract: try Contract(vectors: vectors),
                // The vectors are public: nothing in them has to be hidden.
                formatter: FindingFormatter(usesColor: console.showsColour, showsSensitive: true)
            )
            console.write(Array(try text.text().utf8))
        }
        return .right
    }
}
