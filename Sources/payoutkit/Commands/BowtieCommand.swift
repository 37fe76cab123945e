import StrictJSON

extension CommandDefinition {
    /// `payoutkit bowtie`: the JSON Schema engine as a harness of Bowtie.
    static let bowtie = CommandDefinition(
        "bowtie",
        summary: "Answer Bowtie, which compares implementations of JSON Schema, on standard input and output",
        discussion: """
            Speaks version 1 of the harness protocol of https://bowtie.report: one JSON text a line, at most 16 MiB each.
            Exits with 0 after the command stop or the end of the input, and with 2 on a line that is no command.
            """
    ) { _, console in
        var session = BowtieSession()
        var fault: BowtieFault?
        try console.forEachLine(of: "-") { line in
            do throws(BowtieFault) {
                guard let answer = try session.answer(line) else { return false }
                console.print(JSONWriter.compact.writeString(answer))
                return true
            } catch {
                fault = error
                return false
            }
        }
        if let fault { throw fault }
        return .right
    }
}
