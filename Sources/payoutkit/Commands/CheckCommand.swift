import PayoutContract

extension CommandDefinition {
    /// `payoutkit check`: are these payloads right.
    static let check = CommandDefinition(
        "check",
        summary: "Check payloads against the contract",
        operands: Operands(synopsis: "FILE...", count: 1...Int.max),
        options: [
            OptionDefinition("--as", .one("MESSAGE"), help: "what the files hold (default: guessed, and said)"),
            OptionDefinition("--api", .one("v1|v2"), help: "version of the API (default: as the body shows, else v1)"),
            OptionDefinition("--profile", .one("strict|lenient"), help: "how strict to be (default: strict)"),
            Revision.option,
            OptionDefinition("--syntax-only", help: "check the JSON text alone, by RFC 8259"),
            OptionDefinition("--schema", .one("FILE"), help: "check against a JSON Schema 2020-12 of your own"),
            OptionDefinition("--unique-names", help: "with --syntax-only: refuse duplicate member names"),
            OptionDefinition("--max-depth", .one("N"), help: "with --syntax-only: deepest nesting (default: 1024)"),
            OptionDefinition("--quiet", help: "one line a file: PATH: ok, or PATH:LINE:COLUMN: REASON"),
            OutputFormat.option(json: "one object a finding"), .vectors,
            OptionDefinition("--show-sensitive", help: "print personal data in excerpts as it stands"),
        ],
        discussion: """
            FILE may be -, standard input. MESSAGE is an operation (session/start/payout), its answer
            (session/start/payout/response), a webhook (webhook/ready_to_confirm) or error. With --as the version is v1
            unless --api says otherwise.

            With --format json the verdict on each file goes to standard error.

            Exit codes: 0 every file is right (warnings allowed), 1 a file is not, 2 a file can't be read.
            """
    ) { arguments, console in
        let check = PayloadCheck(
            measure: try PayloadMeasure(arguments, console: console),
            output: try PayloadCheck.Output(arguments, console: console),
            console: console
        )
        var status = ExitCode.right
        for path in arguments.operands {
            do {
                if try !check.run(path), status == .right { status = .wrong }
            } catch let error as FileError {
                // The other files are still worth a verdict.
                console.complain("payoutkit: \(error)")
                status = .usage
            }
        }
        return status
    }
}

extension PayloadCheck.Output {
    /// Reads the options about what is printed.
    fileprivate init(_ arguments: ParsedArguments, console: Console) throws(UsageError) {
        let showsSensitive = arguments.has("--show-sensitive")
        let format = try arguments.outputFormat()
        if arguments.has("--quiet") {
            guard format == .text else { throw UsageError("--quiet and --format json exclude each other") }
            self = .quiet
        } else if format == .json {
            self = .json(showsSensitive: showsSensitive)
        } else {
            self = .text(FindingFormatter(usesColor: console.showsColour, showsSensitive: showsSensitive))
        }
    }
}
