@_spi(Tape) import StrictJSON

// `required` (validation 6.5.3).

extension SchemaCompiler {
    mutating func compileRequired(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let (start, count) = try nameList(context.value, context)
        draft.add(Instruction(operation: .required, a: start, b: count), .assertion, context.site)
    }
}

extension Evaluator {
    mutating func checkRequired(_ instruction: Instruction, _ position: Int32, _ index: Int) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        var holds = true
        for number in 0..<instruction.b {
            let name = view.nameLists[Int(instruction.a + number)]
            if tape.member(of: index, named: view.names[Int(name)], in: view.bytes) == nil {
                holds = fail(position, index, detail: .name(name))
                if isSilent { return false }
            }
        }
        return holds
    }
}
