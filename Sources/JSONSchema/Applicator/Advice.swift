import StrictJSON

// The advisory keyword (kit): a subschema whose failures are advice and change no verdict.

extension SchemaCompiler {
    mutating func compileAdvisory(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        draft.add(Instruction(operation: .advisory, a: node), .advice, context.site)
    }
}

extension Evaluator {
    /// Applies the subschema with the marks of the schema object that it stands in, so that `unevaluatedProperties`
    /// inside it knows what is known outside.
    mutating func applyAdvice(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool,
        base: Int
    ) -> Bool {
        guard !isSilent else { return true }
        let wasAdvisory = isAdvisory
        isAdvisory = true
        let mark = evaluated.mark
        _ = apply(position, instruction.a, index, tracks: tracks, base: base)
        // What advice evaluates is not evaluated for the schema around it.
        evaluated.restore(to: mark)
        isAdvisory = wasAdvisory
        return true
    }
}
