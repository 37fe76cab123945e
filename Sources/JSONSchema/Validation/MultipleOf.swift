@_spi(Tape) import StrictJSON

// `multipleOf` (validation 6.2.1).

extension SchemaCompiler {
    /// Divisors with more significant digits are refused: the time of a division grows with both lengths.
    static let maximumDivisorDigits = 100

    mutating func compileMultipleOf(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard let number = context.value.number, !number.isNegative, !number.isZero else {
            throw invalid(context, "must be a number above 0")
        }
        guard number.significantDigitCount <= SchemaCompiler.maximumDivisorDigits else {
            throw invalid(context, "must not have more than \(SchemaCompiler.maximumDivisorDigits) significant digits")
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
