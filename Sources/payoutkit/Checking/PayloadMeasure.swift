import JSONSchema
import PayoutContract
import StrictJSON

/// What `check` holds files against.
enum PayloadMeasure: Sendable {
    /// The grammar of JSON alone.
    case text(Contract, JSONTextPolicy)
    /// A schema of the caller's.
    case schema(Contract, Schema)
    /// The contract; without a message it is guessed for each file.
    case contract(Contract, message: MessageType?, api: APIVersion, profile: Profile)

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
            for option in ["--api", "--profile", "--as-of"] where arguments.has(option) {
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
        let api = try arguments.choice("--api", of: APIVersion.self) ?? .v1
        let profile = try arguments.choice("--profile", of: Profile.self) ?? .strict
        let contract = try arguments["--as-of"].map { try Revision.contract(of: $0) } ?? Contract()
        let known = MessageType.all(of: api).filter(contract.supports)
        guard !known.isEmpty else {
            throw UsageError("the contract of API \(api.rawValue) is not part of this version")
        }
        let message = try arguments["--as"].map { try MessageName.type($0, api: api, in: contract, option: "--as") }
        return .contract(contract, message: message, api: api, profile: profile)
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
