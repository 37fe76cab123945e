import JSONSchema
import StrictJSON

/// A call of a side-by-side harness: one suite, one peer, files that the harness made.
enum HarnessCommand {
    case parse(peer: String, file: String, caseName: String)
    case validate(peer: String, schema: String, payloads: [String])
    case compile(peer: String, schema: String)
    case cold(schema: String, payload: String)
    case rsa(bits: Int, file: String)

    /// Reads the arguments; nil when they name no suite of the harness.
    init?(_ arguments: [String]) throws(BenchError) {
        guard let suite = arguments.first, ["parse", "validate", "compile", "cold", "rsa"].contains(suite) else {
            return nil
        }
        let rest = Array(arguments.dropFirst())
        switch (suite, rest.count) {
        case ("parse", 2...3):
            self = .parse(peer: rest[0], file: rest[1], caseName: rest.count == 3 ? rest[2] : Self.fileName(rest[1]))
        case ("validate", 3...): self = .validate(peer: rest[0], schema: rest[1], payloads: Array(rest[2...]))
        case ("compile", 2): self = .compile(peer: rest[0], schema: rest[1])
        case ("cold", 3): self = .cold(schema: rest[1], payload: rest[2])
        case ("rsa", 2):
            guard let bits = Int(rest[0]) else { throw BenchError(usage: "BITS is a number, not \(rest[0])") }
            self = .rsa(bits: bits, file: rest[1])
        default: throw BenchError(usage: "wrong number of arguments for \(suite)\n\(PayoutKitBench.usage)")
        }
    }

    /// The rules of JSON text that everything is measured with; the harness has texts beyond the usual 16 MiB.
    static let policy: JSONTextPolicy = {
        var policy = JSONTextPolicy.strict
        policy.maximumByteCount = 1 << 30
        return policy
    }()

    func run() throws {
        switch self {
        case .parse(let peer, let file, let caseName):
            let bytes = try FileBytes.read(file)
            try HarnessLine.measure("parse", peer: peer, caseName: caseName, byteCount: bytes.count) {
                sink(try JSONDocument(parsing: bytes, policy: Self.policy))
            }
        case .validate(let peer, let schema, let payloads):
            let suite = HarnessValidation(peer: peer, schema: try Self.compiled(try FileBytes.read(schema)))
            for payload in payloads { try suite.run(payload) }
        case .compile(let peer, let schema):
            let bytes = try FileBytes.read(schema)
            try HarnessLine.measure("compile", peer: peer, caseName: Self.fileName(schema), byteCount: bytes.count) {
                sink(try Self.compiled(bytes))
            }
        case .cold(let schema, let payload):
            let schema = try Self.compiled(try FileBytes.read(schema))
            let document = try JSONDocument(parsing: try FileBytes.read(payload), policy: Self.policy)
            Output.line(schema.accepts(document) ? "valid" : "invalid")
        case .rsa(let bits, let file):
            try HarnessSignatures.run(bits: bits, body: try FileBytes.read(file))
        }
    }

    private static func fileName(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    private static func compiled(_ bytes: [UInt8]) throws -> Schema {
        try Schema(compiling: try JSONDocument(parsing: bytes, policy: policy))
    }
}
