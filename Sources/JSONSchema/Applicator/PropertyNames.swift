@_spi(Tape) import StrictJSON

// `propertyNames` (core 10.3.2.4).

extension SchemaCompiler {
    mutating func compilePropertyNames(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        draft.add(Instruction(operation: .propertyNames, a: node), .applicator, context.site)
    }
}

extension Evaluator {
    /// Applies the subschema to each name, which the tape holds like a string.
    mutating func applyPropertyNames(_ instruction: Instruction, _ position: Int32, _ index: Int) -> Bool {
        var holds = true
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let isAllowed =
                isNever(instruction.a)
                ? fail(position, name) : apply(position, instruction.a, name, tracks: false)
            if !isAllowed {
                if isSilent { return false }
                holds = false
            }
            name = tape.next(name + 1)
        }
        return holds
    }
}
