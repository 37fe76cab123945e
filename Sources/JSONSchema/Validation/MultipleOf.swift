@_spi(Tape) import StrictJSON

// `multipleOf` (validation 6.2.1).

extension SchemaCompiler {
    mutating func compileMultipleOf(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard let number = context.value.number, !number.isNegative, !number.isZero else {
            throw invalid(context, "must be a number above 0")
        }
        draft.add(
            Instruction(operation: .multipleOf, a: builder.appendNumber(number)),
            .assertion,
            context.site
        )
    }
}

extension AssertionChecker {
    func isMultiple(_ instruction: Instruction, _ index: Int) -> Bool {
        guard tape.kind(index) == .number else { return true }
        let short = view.shortNumbers[Int(instruction.a)]
        return tape.isMultiple(
            index,
            of: program.numbers[Int(instruction.a)],
            short: short.isShort ? short.value : nil
        )
    }
}
