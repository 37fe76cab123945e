import JSONSchema

/// Patterns of the contract on texts that match.
enum PatternGroup {
    private static let cases = [
        ("^ps_[0-9]+$", "ps_3230"), ("^[A-Z]{3}$", "RUB"),
        (#"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$"#, "2025-05-27T02:03:00.000000Z"),
    ]

    static func run(_ table: ResultTable) throws {
        for (text, subject) in cases {
            let pattern = try Pattern(text)
            let bytes = Array(subject.utf8)
            guard pattern.matches(subject) else { throw BenchError("\(text) does not match \(subject)") }
            table.row("match \(text), \(bytes.count) bytes", byteCount: bytes.count) {
                sink(bytes.withUnsafeBufferPointer { pattern.matches($0) })
            }
            try table.row("  compile it, first match included", byteCount: nil) {
                let pattern = try Pattern(text)
                sink(bytes.withUnsafeBufferPointer { pattern.matches($0) })
            }
        }
    }
}
