public import StrictJSON

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
        let evaluator = value.document.withTape { tape in
            evaluate(tape, value.index, isSilent: false, limit: limit).evaluator
        }
        return ViolationWriter(
            program: program,
            document: value.document,
            evaluator: evaluator,
            root: value.index
        )
        .violations()
    }

    private func accepts(_ document: JSONDocument, index: Int) -> Bool {
        document.withTape { tape in
            evaluate(tape, index, isSilent: true, limit: 0).holds
        }
    }

    /// Evaluates on the present stack, and on a larger one when the instance turns out to be deep.
    private func evaluate(
        _ tape: JSONTape,
        _ index: Int,
        isSilent: Bool,
        limit: Int
    ) -> (holds: Bool, evaluator: Evaluator) {
        func run(depth: Int) -> (holds: Bool, evaluator: Evaluator) {
            var evaluator = Evaluator(
                program: program,
                tape: tape,
                isSilent: isSilent,
                limit: limit,
                budget: EvaluationBudget(depth: depth, size: tape.count)
            )
            let holds = evaluator.evaluate(0, index, tracks: false) && !evaluator.budget.isExceeded
            return (holds, evaluator)
        }
        var outcome = run(depth: EvaluationBudget.ordinaryDepth)
        if outcome.evaluator.budget.isTooDeep {
            if let deep = DeepStack.run({ run(depth: EvaluationBudget.greatDepth) }) { outcome = deep }
        }
        if outcome.evaluator.budget.isExceeded { outcome.evaluator.recordCutOff(index) }
        return outcome
    }
}

extension Evaluator {
    /// Records that the evaluation was not finished, so that no unfinished one looks like a success.
    fileprivate mutating func recordCutOff(_ index: Int) {
        records.append(
            Record(
                instruction: -1,
                index: Int32(truncatingIfNeeded: index),
                step: -1,
                detail: .none,
                isAdvisory: false
            )
        )
    }
}
