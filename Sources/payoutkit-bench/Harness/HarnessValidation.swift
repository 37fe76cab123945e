import JSONSchema
import StrictJSON

/// The suite `validate`: three lines a payload, for the verdict from bytes, on a parsed text, and for all violations.
struct HarnessValidation {
    let peer: String
    let schema: Schema

    func run(_ path: String) throws {
        let bytes = try FileBytes.read(path)
        let caseName = Self.caseName(path)
        let policy = HarnessCommand.policy
        let document = try JSONDocument(parsing: bytes, policy: policy)
        let isAccepted = schema.accepts(document)
        if isAccepted != path.contains("/valid/") {
            let line: JSONTree = [
                "suite": "validate", "peer": .string(peer), "case": .string(caseName),
                "wrong_verdict": .boolean(isAccepted),
            ]
            Output.line(JSONWriter.compact.writeString(line))
        }
        func measure(_ mode: String, extra: [JSONTree.Member] = [], _ operation: () throws -> Void) rethrows {
            try HarnessLine.measure(
                "validate",
                peer: peer,
                caseName: caseName,
                byteCount: bytes.count,
                extra: [.init(name: "mode", value: .string(mode))] + extra,
                operation
            )
        }
        if Self.wants("verdict") {
            try measure("verdict") { sink(schema.accepts(try JSONDocument(parsing: bytes, policy: policy))) }
        }
        if Self.wants("novparse") { measure("verdict-no-parse") { sink(schema.accepts(document)) } }
        if Self.wants("errors") {
            let count = schema.violations(in: document).count
            try measure("errors", extra: [.init(name: "errors", value: .number(JSONNumber(count)))]) {
                sink(schema.violations(in: try JSONDocument(parsing: bytes, policy: policy)))
            }
        }
    }

    /// Whether `BENCH_ONLY` leaves the mode in.
    private static func wants(_ mode: String) -> Bool {
        let only = MeasuringPlan.variable("BENCH_ONLY") ?? ""
        return only.isEmpty || only == mode
    }

    /// `request/valid/card` of `.../request/valid/card.json`.
    private static func caseName(_ path: String) -> String {
        let name = path.split(separator: "/").suffix(3).joined(separator: "/")
        return name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    }
}
