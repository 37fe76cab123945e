/// A group of measurements that can be asked for by name; those that need little memory come first.
enum BenchmarkGroup: String, CaseIterable {
    case parsing, verdicts, patterns, compilation, signatures, diagnosis, sandbox, ndjson, batch

    /// Measures the group and prints its rows.
    func run(_ table: ResultTable) throws {
        switch self {
        case .parsing: try ParsingGroup.run(table)
        case .verdicts: try VerdictGroup.run(table)
        case .patterns: try PatternGroup.run(table)
        case .compilation: try CompilationGroup.run(table)
        case .signatures: try SignatureGroup.run(table)
        case .diagnosis: try DiagnosisGroup.run(table)
        case .sandbox: try SandboxGroup.run(table)
        case .ndjson: try NDJSONGroup.run(table)
        case .batch: try BatchGroup.run(table)
        }
    }
}
