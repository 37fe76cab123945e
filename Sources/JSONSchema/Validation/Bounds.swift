@_spi(Tape) import StrictJSON

// `maximum`, `exclusiveMaximum`, `minimum` and `exclusiveMinimum` (validation 6.2.2 to 6.2.5).

extension SchemaCompiler {
    mutating func compileBound(
        _ operation: Operation,
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        guard let number = context.value.number else { throw invalid(context, "must be a number") }
        draft.add(Instruction(operation: operation, a: builder.appendNumber(number)), .assertion, context.site)
    }
}

extension AssertionChecker {
    /// Whether the order of the instance and the bound is one of those allowed.
    @inline(__always)
    func isWithinBound(_ instruction: Instruction, _ index: Int, _ isAllowed: (Int) -> Bool) -> Bool {
        guard tape.kind(index) == .number else { return true }
        let short = view.shortNumbers[Int(instruction.a)]
        if short.isShort, tape[index].isShortInteger {
            let value = tape.shortInteger(index)
            return isAllowed(value == short.value ? 0 : (value < short.value ? -1 : 1))
        }
        return isAllowed(
            tape.compareNumber(
                index,
                to: program.numbers[Int(instruction.a)],
                short: short.isShort ? short.value : nil
            )
        )
    }
}
