@_spi(Tape) public import StrictJSON

/// A compiled schema of draft 2020-12.
///
/// It is compiled once and never changes; any number of threads may use it.
public struct Schema: Sendable {
    let program: Program

    /// Compiles the schema that an absolute URI names; its fragment may be a JSON Pointer or an anchor.
    ///
    /// Only what the schema refers to is compiled.
    ///
    /// - Throws: the first fault of the schema, references included.
    public init(
        compiling uri: String,
        in registry: SchemaRegistry,
        options: SchemaOptions = .init()
    ) throws(SchemaError) {
        program = try SchemaCompiler.compile(uri, in: registry, options: options)
    }

    /// Compiles a schema document; it may do without `$id`, and hides a schema of the registry with the same URI.
    ///
    /// - Throws: the first fault of the schema, references included.
    public init(
        compiling document: JSONDocument,
        registry: SchemaRegistry = .init(),
        options: SchemaOptions = .init()
    ) throws(SchemaError) {
        var registry = registry
        let registered = try RegisteredDocument(document, retrievalURI: "")
        registry.insert(registered)
        program = try SchemaCompiler.compile(registered.resources[0].uri, in: registry, options: options)
    }

    /// Whether a text satisfies the schema; stops at the first failure.
    ///
    /// Advice does not count.
    public func accepts(_ document: JSONDocument) -> Bool {
        accepts(document, index: 0)
    }

    /// Whether a value inside a document satisfies the schema.
    public func accepts(_ value: JSONValue) -> Bool {
        accepts(value.document, index: value.index)
    }

    /// All violations of the schema, in the order of the text, and the advice that was not followed.
    ///
    /// - Parameter limit: how many are recorded at most.
    public func violations(in document: JSONDocument, limit: Int = 1_000) -> [Violation] {
        violations(in: document.root, limit: limit)
    }

    /// All violations inside a value of a document; locations start at the value.
    public func violations(in value: JSONValue, limit: Int = 1_000) -> [Violation] {
        guard limit > 0, program.usesAdvice || !accepts(value) else { return [] }
        let program = program
        let findings = value.document.withTape { tape in
            Schema.evaluate(tape) { budget -> Evaluator.Findings in
                var evaluator = Evaluator(program: program, tape: tape, isSilent: false, limit: limit, budget: budget)
                _ = evaluator.evaluate(0, value.index, tracks: false)
                if budget.pointee.isExceeded { evaluator.recordCutOff(value.index) }
                return evaluator.findings
            }
        }
        return FailedEvaluation.violations(findings, of: value, by: program)
    }

    private func accepts(_ document: JSONDocument, index: Int) -> Bool {
        let program = program
        return document.withTape { tape in
            Schema.evaluate(tape) { budget -> Bool in
                Schema.verdict(program, tape, index, budget) && !budget.pointee.isExceeded
            }
        }
    }

    private static func verdict(
        _ program: Program,
        _ tape: JSONTape,
        _ index: Int,
        _ budget: UnsafeMutablePointer<EvaluationBudget>
    ) -> Bool {
        guard program.usesDynamicScope || program.isPartial else {
            return VerdictMachine(program: program, tape: tape, budget: budget, remainder: nil).accepts(0, index)
        }
        var evaluator = Evaluator(program: program, tape: tape, isSilent: true, limit: 0, budget: budget)
        if program.usesDynamicScope { return evaluator.evaluate(0, index, tracks: false) }
        let remainder = VerdictMachine.Remainder(evaluator)
        return VerdictMachine(program: program, tape: tape, budget: budget, remainder: remainder).accepts(0, index)
    }

    /// Evaluates on the present stack, and on a larger one when the instance turns out to be deep.
    private static func evaluate<Result>(
        _ tape: JSONTape,
        _ work: (UnsafeMutablePointer<EvaluationBudget>) -> Result
    ) -> Result {
        let (size, byteCount) = (tape.count, tape.byteCount)
        var budget = EvaluationBudget(depth: EvaluationBudget.ordinaryDepth, size: size, byteCount: byteCount)
        let result = withUnsafeMutablePointer(to: &budget) { work($0) }
        guard budget.isTooDeep else { return result }
        return DeepStack.run {
            var budget = EvaluationBudget(depth: EvaluationBudget.greatDepth, size: size, byteCount: byteCount)
            return withUnsafeMutablePointer(to: &budget) { work($0) }
        } ?? result
    }
}
