// `$ref` (core 8.2.3.1).

extension SchemaCompiler {
    mutating func compileReference(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let target = try resolve(context)
        draft.add(Instruction(operation: .reference, a: target.node), .reference, context.site)
    }
}
