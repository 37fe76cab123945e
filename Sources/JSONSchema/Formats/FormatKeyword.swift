@_spi(Tape) import StrictJSON

// `format` (validation 7).

extension SchemaCompiler {
    /// Unknown formats are annotations.
    mutating func compileFormat(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard let name = context.value.string else { throw invalid(context, "must be a string") }
        guard context.assertsFormat, let format = Format(rawValue: name) else { return }
        draft.add(
            Instruction(operation: .format, a: Int32(Format.allCases.firstIndex(of: format) ?? 0)),
            .assertion,
            context.site
        )
    }
}

extension AssertionChecker {
    func hasFormat(_ instruction: Instruction, _ index: Int) -> Bool {
        let kind = tape[index].info & 7
        guard kind == 4 || kind == 7 else { return true }
        let format = Format.allCases[Int(instruction.a)]
        return tape.withDecodedBytes(index) { format.accepts($0) }
    }
}
