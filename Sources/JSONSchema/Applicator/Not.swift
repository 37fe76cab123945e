// `not` (core 10.2.1.4). Its evaluation is one line of `Evaluator`.

extension SchemaCompiler {
    mutating func compileNot(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        draft.add(Instruction(operation: .not, a: node), .applicator, context.site)
    }
}
