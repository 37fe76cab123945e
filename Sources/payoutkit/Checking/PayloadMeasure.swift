import JSONSchema
import PayoutContract
import StrictJSON

/// What `check` holds files against.
enum PayloadMeasure: Sendable {
    /// The grammar of JSON alone.
    case text(Contract, JSONTextPolicy)
    /// A schema of the caller's.
    case schema(Contract, Schema)
    /// The contract of one message.
    case message(Contract, MessageType, Profile)
    /// The contract of the message that each file seems to be; without a version that is guessed too.
    case guessed(Contract, api: APIVersion?, Profile)

    /// Reads the options of `check`.
    init(_ arguments: ParsedArguments, console: Console) throws {
        let modes = ["--syntax-only", "--schema", "--as"].filter { arguments.has($0) }
        guard modes.count <= 1 else { throw UsageError("\(modes.joined(separator: " and ")) exclude each other") }
        if !arguments.has("--syntax-only") {
            for option in ["--unique-names", "--max-depth"] where arguments.has(option) {
                throw UsageError("\(option) goes with --syntax-only")
            }
        }
        if modes == ["--syntax-only"] || modes == ["--schema"] {
            for option in ["--api", "--profile", "--vectors", "--as-of"] where arguments.has(option) {
                throw UsageError("\(option) has no meaning with \(modes[0])")
            }
        }
        if arguments.has("--syntax-only") {
            self = .text(try Contract(), try Self.policy(arguments))
        } else if let path = arguments["--schema"] {
            self = .schema(try Contract(), try Self.schema(path, console: console))
        } else {
            self = try Self.contract(arguments)
        }
    }

    private static func policy(_ arguments: ParsedArguments) throws(UsageError) -> JSONTextPolicy {
        var policy = JSONTextPolicy.rfc8259
        policy.allowsDuplicateNames = !arguments.has("--unique-names")
        if let depth = try arguments.integer("--max-depth", in: 1...1_000_000) { policy.maximumDepth = depth }
        return policy
    }

    private static func contract(_ arguments: ParsedArguments) throws -> PayloadMeasure {
        let api = try arguments.choice("--api", of: APIVersion.self)
        let profile = try arguments.choice("--profile", of: Profile.self) ?? .strict
        let contract =
            try arguments["--as-of"].map { try Revision.contract(of: $0) } ?? Contract(vectors: arguments.vectorSet())
        // A name that several versions know means the first of them.
        let known = (api.map { [$0] } ?? APIVersion.allCases).flatMap(MessageType.all).filter(contract.supports)
        guard !known.isEmpty else {
            throw UsageError("the vectors hold no schema of API \(api?.rawValue ?? "v1")")
        }
        guard let name = arguments["--as"] else { return .guessed(contract, api: api, profile) }
        guard let message = known.first(where: { $0.name == name }) else { throw unknownMessage(name, among: known) }
        return .message(contract, message, profile)
    }

    private static func unknownMessage(_ name: String, among known: [MessageType]) -> UsageError {
        var names: [String] = []
        for message in known where !names.contains(message.name) { names.append(message.name) }
        let clause = Suggestion.clause(for: name, among: names)
        return UsageError(
            "--as: no message \(VisibleName.of(name))\(clause); known are \(names.joined(separator: ", "))"
        )
    }

    private static func schema(_ path: String, console: Console) throws -> Schema {
        let bytes = try console.read(path)
        do {
            return try Schema(compiling: JSONDocument(parsing: bytes))
        } catch let error as JSONTextError {
            throw UsageError("\(path):\(TextLines(bytes).position(at: error.offset)): \(error.code)")
        } catch {
            throw UsageError("\(path): \(error)")
        }
    }
}
