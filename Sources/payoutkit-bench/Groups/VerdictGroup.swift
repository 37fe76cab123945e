import JSONSchema
import PayoutContract
import StrictJSON

/// Bytes to a verdict or to all findings, parsing included.
enum VerdictGroup {
    static func run(_ table: ResultTable) throws {
        let schemas = try ContractSchemas()
        let contract = try Contract()
        for message in [try GoldenMessage.request(), try GoldenMessage.webhook()] {
            let schema = try schemas.compile(message.type.schemaURI)
            try verdicts(of: message, schema: schema, table)
            try findings(of: message, schema: schema, contract: contract, table)
        }
    }

    private static func verdicts(of message: GoldenMessage, schema: Schema, _ table: ResultTable) throws {
        for (bytes, isValid) in [(message.valid, true), (message.invalid, false)] {
            let document = try JSONDocument(parsing: bytes)
            guard schema.accepts(document) == isValid else {
                throw BenchError("wrong verdict on the \(isValid ? "valid" : "invalid") \(message.name)")
            }
            try checkAllocations(of: message, bytes: bytes, schema: schema)
            let name = "\(message.name), \(isValid ? "valid" : "several faults")"
            try table.row("verdict of \(name)", byteCount: bytes.count) {
                sink(schema.accepts(try JSONDocument(parsing: bytes)))
            }
            table.row("  the same, already parsed", byteCount: nil) { sink(schema.accepts(document)) }
        }
    }

    /// A verdict from bytes takes no more memory than reading them: the buffers of the tape.
    private static func checkAllocations(of message: GoldenMessage, bytes: [UInt8], schema: Schema) throws {
        let reading = try AllocationCount.of { sink(try JSONDocument(parsing: bytes)) }
        let judging = try AllocationCount.of { sink(schema.accepts(try JSONDocument(parsing: bytes))) }
        guard let reading, let judging, judging > reading else { return }
        throw BenchError("a verdict on \(message.name) allocates \(judging) times, reading it \(reading) times")
    }

    private static func findings(
        of message: GoldenMessage,
        schema: Schema,
        contract: Contract,
        _ table: ResultTable
    ) throws {
        let bytes = message.invalid
        let violations = schema.violations(in: try JSONDocument(parsing: bytes)).count
        try table.row("all \(violations) violations of \(message.name)", byteCount: bytes.count) {
            sink(schema.violations(in: try JSONDocument(parsing: bytes)))
        }
        let findings = try contract.check(bytes, as: message.type).findings.count
        try table.row("all \(findings) findings of \(message.name), with rules", byteCount: bytes.count) {
            sink(try contract.check(bytes, as: message.type))
        }
    }
}
