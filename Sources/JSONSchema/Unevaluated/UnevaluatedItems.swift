@_spi(Tape) import StrictJSON

// `unevaluatedItems` (core 11.2).

extension SchemaCompiler {
    mutating func compileUnevaluatedItems(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        draft.add(Instruction(operation: .unevaluatedItems, a: node), .unevaluated, context.site)
    }
}

extension Evaluator {
    mutating func applyUnevaluatedItems(_ instruction: Instruction, _ position: Int32, _ index: Int, base: Int) -> Bool
    {
        var holds = true
        var element = index + 1
        let end = tape.next(index)
        while element < end {
            if !evaluated.contains(element, since: base) {
                let isAllowed =
                    isNever(instruction.a)
                    ? fail(position, element) : apply(position, instruction.a, element, tracks: false)
                if !isAllowed {
                    if isSilent { return false }
                    holds = false
                }
                evaluated.insert(element)
            }
            element = tape.next(element)
        }
        return holds
    }
}
