import JSONSchema
import PayoutContract
import PayoutRegression
import PayoutVectors
import StrictJSON

extension CommandDefinition {
    /// `payoutkit diff`: what changed between two contracts.
    static let diff = CommandDefinition(
        "diff",
        summary: "Compare two contracts: what changed, and whom it breaks",
        operands: Operands(synopsis: "OLD NEW", count: 2...2),
        options: [
            OptionDefinition("--format", .one("FORM"), help: "text, json, sarif or markdown (default: text)"),
            OptionDefinition("--fail-on", .one("CLASS"), help: "breaking or risky: exit with 1 (default: breaking)"),
            OptionDefinition("--accepted", .one("FILE"), help: "changes that were accepted, by their fingerprints"),
            OptionDefinition(
                "--mine",
                .one("TRAFFIC"),
                help: "also say which of your recorded messages change verdict"
            ),
            OptionDefinition("--direction", .one("WAY"), help: "of a single schema: request, response, webhook"),
        ],
        discussion: """
            OLD and NEW are folders with the layout of vectors/, names of embedded revisions (`payoutkit revisions`), or single
            JSON Schema files. Schemas are compared by what they mean. A request that may hold less breaks senders; a response
            or webhook that may hold more breaks receivers. Each breaking or risky change comes with a witness, a message that
            one side accepts and the other refuses; each compatible one survived 1,000 generated messages or says why. What may do
            harm and is not shown to, and what is not compared, is called undecided. With --fail-on risky breaking and risky
            changes count, undecided ones never.

            Exit codes: 0 nothing of that class, 1 something, 2 wrong usage or configuration.
            """
    ) { arguments, console in
        let form = try arguments.choice("--format", of: ReportForm.self) ?? .text
        let level = try arguments.choice("--fail-on", of: FailureLevel.self) ?? .breaking
        let (old, new) = try ContractSides.read(arguments, console: console)
        let accepted = try arguments["--accepted"].map { try AcceptedChanges(file: $0, console: console) }
        let mine = try arguments["--mine"]
            .map { path in
                try RecordedTraffic.replay(arguments.operands[1], from: arguments.operands[0])
                    .summary(of: [path], console: console)
            }
        let changes = ContractComparison(old: old, new: new).changes(threads: Processor.count)
        var report = ChangeReport(
            old: old.name,
            new: new.name,
            changes: changes,
            accepted: accepted ?? AcceptedChanges()
        )
        report.mine = mine
        for fingerprint in accepted?.stale(in: changes) ?? [] {
            console.complain("warning: the accepted change \(fingerprint) is not among the changes any more")
        }
        switch form {
        case .text: console.write(Array(report.text.utf8))
        case .json: console.write(JSONWriter.pretty.write(report.json))
        case .sarif: console.write(JSONWriter.pretty.write(report.sarif))
        case .markdown: console.write(Array(report.markdown.utf8))
        }
        return report.fails(on: level == .breaking ? .breaking : .risky) ? .wrong : .right
    }
}

private enum ReportForm: String, CaseIterable {
    case text
    case json
    case sarif
    case markdown
}

private enum FailureLevel: String, CaseIterable {
    case breaking
    case risky
}

extension AcceptedChanges {
    fileprivate init(file path: String, console: Console) throws {
        let document = try ContractSides.document(path, console: console)
        do throws(AcceptedChanges.Malformed) {
            try self.init(document)
        } catch {
            throw UsageError("\(path):\(error.position): \(error.reason)")
        }
    }
}

/// The two contracts that a call names.
enum ContractSides {
    /// The sides that the operands name.
    static func read(_ arguments: ParsedArguments, console: Console) throws -> (old: ContractSide, new: ContractSide) {
        let direction = try arguments.choice("--direction", of: MessageType.Direction.self)
        let names = arguments.operands
        let areFiles = names.map { File.exists($0) && !File.isFolder($0) }
        guard areFiles[0] == areFiles[1] else {
            throw UsageError("a single schema can only be compared with a single schema")
        }
        if arguments.has("--mine"), areFiles[0] {
            throw UsageError("--mine goes with contracts, not with single schemas")
        }
        if direction != nil, !areFiles[0] { throw UsageError("--direction goes with single schema files") }
        return (
            try side(names[0], isFile: areFiles[0], direction ?? .request, console: console),
            try side(names[1], isFile: areFiles[1], direction ?? .request, console: console)
        )
    }

    private static func side(
        _ name: String,
        isFile: Bool,
        _ direction: MessageType.Direction,
        console: Console
    ) throws -> ContractSide {
        guard isFile else {
            let set = try vectors(name)
            do throws(ContractError) {
                return try ContractSide(name: name, vectors: set)
            } catch {
                // Both sides have files of the same names.
                throw ContractError(code: error.code, description: "\(name): \(error.description)")
            }
        }
        let schema = try document(name, console: console)
        do throws(SchemaError) {
            return try ContractSide(name: name, schema: schema, direction: direction)
        } catch {
            throw UsageError("\(name): \(error)")
        }
    }

    /// The vectors in a folder, or those of an embedded revision.
    static func vectors(_ name: String) throws -> VectorSet {
        if File.isFolder(name) { return try VectorSet(directory: name) }
        do throws(VectorError) {
            return try VectorSet.embedded.revision(named: name)
        } catch {
            throw UsageError("\(name): is no folder, and \(error.reason)")
        }
    }

    /// A file as JSON.
    static func document(_ path: String, console: Console) throws -> JSONDocument {
        let bytes = try console.read(path)
        do throws(JSONTextError) {
            return try JSONDocument(parsing: bytes)
        } catch {
            throw UsageError("\(path):\(TextLines(bytes).position(at: error.offset)): \(error.code)")
        }
    }
}
