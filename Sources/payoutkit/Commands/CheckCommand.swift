import JSONSchema
import PayoutContract
import StrictJSON

extension CommandDefinition {
    /// `payoutkit check`: are these payloads right.
    static let check = CommandDefinition(
        "check",
        summary: "Check payloads against the contract",
        operands: Operands(synopsis: "FILE...", count: 1...Int.max),
        options: [
            OptionDefinition("--as", .one("MESSAGE"), help: "what the files hold (default: guessed, and said)"),
            OptionDefinition("--api", .one("v1"), help: "version of the API (default: v1)"),
            OptionDefinition("--profile", .one("strict|lenient"), help: "how strict to be (default: strict)"),
            OptionDefinition("--syntax-only", help: "check the JSON text alone, by RFC 8259"),
            OptionDefinition("--schema", .one("FILE"), help: "check against a JSON Schema 2020-12 of your own"),
            OptionDefinition("--unique-names", help: "with --syntax-only: refuse duplicate member names"),
            OptionDefinition("--max-depth", .one("N"), help: "with --syntax-only: deepest nesting (default: 1024)"),
            OptionDefinition("--quiet", help: "one line a file: PATH: ok, or PATH:LINE:COLUMN: REASON"),
            OptionDefinition("--show-sensitive", help: "print personal data in excerpts as it stands"),
        ],
        discussion: """
            FILE may be -, standard input. MESSAGE is an operation (session/start/payout), its answer
            (session/start/payout/response), a webhook (webhook/ready_to_confirm) or error.

            Exit codes: 0 every file is right (warnings allowed), 1 a file is not, 2 a file can't be read.
            """
    ) { arguments, console in
        let check = try PayloadCheck(arguments, console: console)
        var status = ExitStatus.right
        for path in arguments.operands where try !check.run(path) {
            status = .wrong
        }
        return status
    }
}

/// One call of `check`: how to judge each file, and how to print what was found.
private struct PayloadCheck {
    /// What the files are checked against.
    private enum Measure {
        case text(JSONTextPolicy)
        case schema(Schema)
        case contract(Contract, MessageType?, APIVersion, Profile)
    }

    private let measure: Measure
    private let console: Console
    private let isQuiet: Bool
    private let formatter: FindingFormatter

    init(_ arguments: ParsedArguments, console: Console) throws {
        self.console = console
        isQuiet = arguments.has("--quiet")
        formatter = FindingFormatter(
            showsSensitive: arguments.has("--show-sensitive"),
            usesColour: console.showsColour
        )
        measure = try Self.measure(arguments, console: console)
    }

    private static func measure(_ arguments: ParsedArguments, console: Console) throws -> Measure {
        let modes = ["--syntax-only", "--schema", "--as"].filter { arguments.has($0) }
        guard modes.count <= 1 else { throw UsageError("\(modes.joined(separator: " and ")) exclude each other") }
        if arguments.has("--syntax-only") {
            var policy = JSONTextPolicy.rfc8259
            policy.allowsDuplicateNames = !arguments.has("--unique-names")
            policy.maximumByteCount = File.maximumByteCount
            if let depth = try arguments.integer("--max-depth", in: 1...1_000_000) { policy.maximumDepth = depth }
            return .text(policy)
        }
        for option in ["--unique-names", "--max-depth"] where arguments.has(option) {
            throw UsageError("\(option) goes with --syntax-only")
        }
        if let path = arguments["--schema"] { return .schema(try schema(path, console: console)) }
        let api = try arguments.choice("--api", of: APIVersion.self) ?? .v1
        let profile = try arguments.choice("--profile", of: Profile.self) ?? .strict
        var message: MessageType?
        if let name = arguments["--as"] {
            message = MessageType(name: name, api: api)
            if message == nil {
                let known = MessageType.all(api: api).map(\.name)
                throw UsageError(
                    "--as: no message \(name)\(Suggestion.clause(for: name, among: known)); known: \(known.joined(separator: ", "))"
                )
            }
        }
        return .contract(try Contract(), message, api, profile)
    }

    private static func schema(_ path: String, console: Console) throws -> Schema {
        let bytes = try console.read(path)
        do {
            return try Schema(compiling: JSONDocument(parsing: bytes))
        } catch let error as JSONTextError {
            let position = TextLines(bytes).position(at: error.offset)
            throw UsageError("\(path):\(position.line):\(position.column): \(error)")
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }

    /// Checks one file, prints what was found, and tells whether the file is right.
    func run(_ path: String) throws -> Bool {
        let bytes = try console.read(path)
        let name = path == "-" ? "<stdin>" : path
        switch measure {
        case .text(let policy): return checkText(bytes, name: name, policy: policy)
        case .schema(let schema): return checkSchema(bytes, name: name, schema: schema)
        case .contract(let contract, let message, let api, let profile):
            return try checkContract(bytes, name: name, contract: contract, message: message, api: api, profile: profile)
        }
    }
}
