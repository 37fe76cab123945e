import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit baseline`: what recorded messages look like, and how that drifts.
    static let baseline = CommandDefinition(
        "baseline",
        summary: "Keep what recorded messages look like, and later report what has drifted",
        operands: Operands(synopsis: "TRAFFIC...", count: 1...Int.max),
        options: [
            OptionDefinition("--write", .one("FILE"), help: "keep what these messages look like"),
            OptionDefinition("--against", .one("FILE"), help: "report how they differ from what was kept"),
            OptionDefinition("--json", help: "report the drift as JSON"),
        ],
        discussion: """
            Kept are members, types, words such as in_progress, forms of texts, orders of members, rules that are broken and
            times; never names, numbers or keys. Meant for a nightly run: record, then baseline --against.

            In the form of a text 9 stands for digits and a for letters: ps_1024 has the form a9, a day 9999-99-99.

            Exit codes: 0 no drift, 1 drift, 2 wrong usage.
            """
    ) { arguments, console in
        guard arguments.has("--write") != arguments.has("--against") else {
            throw UsageError("baseline needs one of --write and --against")
        }
        let shapes = try shapes(of: arguments.operands, console: console)
        if let path = arguments["--write"] {
            try File.replace(path, bytes: JSONWriter.pretty.write(shapes.json))
            return .right
        }
        let path = try arguments.required("--against")
        guard let kept = MessageShapes(JSONTree(try ContractSides.document(path, console: console).root)) else {
            throw UsageError("\(path): is no baseline")
        }
        let drift = Drift.between(kept, shapes)
        if arguments.has("--json") {
            let list = drift.map { drift -> JSONTree in
                [
                    "kind": .string(drift.kind.rawValue), "message": .string(drift.message),
                    "place": .string(drift.place), "detail": .string(drift.detail),
                ]
            }
            console.write(JSONWriter.pretty.write(["format": 1, "drift": .array(list)]))
        } else {
            for line in drift { console.print(line.description) }
            let count = drift.count == 1 ? "1 change" : "\(drift.count) changes"
            console.print(drift.isEmpty ? "no drift" : "drift: \(count)")
        }
        return drift.isEmpty ? .right : .wrong
    }

    private static func shapes(of paths: [String], console: Console) throws -> MessageShapes {
        var shapes = MessageShapes()
        let contract = try Contract.embedded()
        for path in paths {
            var fault: ContractError?
            try console.forEachLine(of: path) { line in
                do throws(ContractError) {
                    try shapes.look(at: line, by: contract)
                    return true
                } catch {
                    fault = error
                    return false
                }
            }
            if let fault { throw fault }
        }
        guard !shapes.messages.isEmpty else { throw UsageError("the files hold no message that the contract knows") }
        return shapes
    }
}
