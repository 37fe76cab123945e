import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit replay`: recorded messages against a contract, or two.
    static let replay = CommandDefinition(
        "replay",
        summary: "Hold recorded messages against a contract, or find out which of them a change breaks",
        operands: Operands(synopsis: "TRAFFIC...", count: 0...Int.max),
        options: [
            OptionDefinition("--against", .one("OLD..NEW"), help: "two contracts: which messages change their verdict"),
            OptionDefinition(
                "--contract",
                .one("DIR"),
                help: "one contract: a folder or a revision (default: current)"
            ),
            OptionDefinition("--as", .one("MESSAGE"), help: "the lines are bodies of this message, nothing else"),
            OptionDefinition("--api", .one("v1|v2"), help: "version of bodies that do not say (default: v1)"),
            OptionDefinition("--summary-json", help: "print the counts as JSON, for replay merge"),
            OptionDefinition("--threads", .one("N"), help: "how many parts of a file at once (default: all cores)"),
        ],
        discussion: """
            TRAFFIC is a journal (of `record` or `sandbox --journal`), the output of `generate`, or NDJSON of bodies; - is
            standard input. Files are read as a stream, in parts on all cores, whatever their size. Verdicts are those of
            `check` in the strict profile. With --against a message breaks that OLD accepts and NEW refuses.

            Exit codes: 0 nothing refused (or broken), 1 something is or a line can't be read, 2 wrong usage.
            """,
        subcommands: [.mergeReplays]
    ) { arguments, console in
        guard !arguments.operands.isEmpty else { throw UsageError("replay needs TRAFFIC...") }
        let replay = try RecordedTraffic.replay(arguments)
        let summary = try replay.summary(
            of: arguments.operands,
            threads: try arguments.integer("--threads", in: 1...256) ?? Processor.count,
            console: console
        )
        RecordedTraffic.print(summary, asJSON: arguments.has("--summary-json"), on: console)
        return summary.hasFailures ? .wrong : .right
    }

    /// `payoutkit replay merge`: joins the counts of parts.
    private static let mergeReplays = CommandDefinition(
        "merge",
        summary: "Join summaries of parts of a recording",
        operands: Operands(synopsis: "SUMMARY...", count: 1...Int.max),
        options: [OptionDefinition("--summary-json", help: "print the counts as JSON again")],
        discussion: "SUMMARY is what replay --summary-json printed: one object a line, any number of lines a file."
    ) { arguments, console in
        var joined: ReplaySummary?
        for path in arguments.operands {
            var fault: String?
            try console.forEachLine(of: path) { line in
                guard let tree = try? JSONTree(line.document().root), let part = ReplaySummary(tree) else {
                    fault = "\(path):\(line.number): is no summary of replay --summary-json"
                    return false
                }
                if let known = joined, (known.contract, known.old) != (part.contract, part.old) {
                    fault = "\(path):\(line.number): is about \(part.contract), others are about \(known.contract)"
                    return false
                }
                if joined == nil {
                    joined = part
                } else {
                    joined?.add(part)
                }
                return true
            }
            if let fault { throw UsageError(fault) }
        }
        guard let joined else { throw UsageError("the files hold no summary") }
        RecordedTraffic.print(joined, asJSON: arguments.has("--summary-json"), on: console)
        return joined.hasFailures ? .wrong : .right
    }
}

/// Recordings that commands read.
enum RecordedTraffic {
    /// The replay that the options of `replay` ask for.
    static func replay(_ arguments: ParsedArguments) throws -> Replay {
        if arguments.has("--against"), arguments.has("--contract") {
            throw UsageError("--against and --contract exclude each other")
        }
        let api = try arguments.choice("--api", of: APIVersion.self) ?? .v1
        var name = arguments["--contract"] ?? VectorSet.currentRevision
        var older: String?
        if let text = arguments["--against"] {
            guard let dots = text.firstRange(ofText: "..") else {
                throw UsageError("--against takes OLD..NEW, not \(text)")
            }
            older = String(text[..<dots.lowerBound])
            name = String(text[dots.upperBound...])
        }
        return try replay(name, from: older, as: arguments["--as"], api: api)
    }

    /// A replay against a contract, or from one to another.
    static func replay(
        _ name: String,
        from older: String?,
        as message: String? = nil,
        api: APIVersion = .v1
    ) throws -> Replay {
        let contract = try Contract(vectors: ContractSides.vectors(name))
        let old = try older.map { (name: $0, contract: try Contract(vectors: ContractSides.vectors($0))) }
        let type = try message.map { text in
            try MessageName.type(text, api: api, in: old?.contract ?? contract, option: "--as")
        }
        return Replay(name: name, contract: contract, old: old, type: type, api: api)
    }

    static func print(_ summary: ReplaySummary, asJSON: Bool, on console: Console) {
        if asJSON {
            console.write(JSONWriter.compact.write(summary.json) + [0x0A])
        } else {
            console.write(Array(summary.text.utf8))
        }
    }
}

extension Replay {
    /// The counts over several files; `-` is standard input, which is read by one thread.
    func summary(of paths: [String], threads: Int = Processor.count, console: Console) throws -> ReplaySummary {
        var summary = emptySummary
        for path in paths {
            guard path == "-" else {
                do {
                    summary.add(try run(file: path, threads: threads))
                } catch let failure as FileFailure {
                    throw UsageError(failure.description)
                }
                continue
            }
            var fault: ContractError?
            try console.forEachLine(of: path) { line in
                do throws(ContractError) {
                    try judge(line, into: &summary)
                    return true
                } catch {
                    fault = error
                    return false
                }
            }
            if let fault { throw fault }
        }
        return summary
    }
}
