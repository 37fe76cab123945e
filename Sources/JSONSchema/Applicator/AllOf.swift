import StrictJSON

// `allOf` (core 10.2.1.1).

extension SchemaCompiler {
    /// Compiles the list of subschemas of `allOf`, `anyOf` or `oneOf`.
    mutating func compileBranches(
        _ operation: Operation,
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        guard context.value.kind == .array, context.value.count > 0 else {
            throw invalid(context, "must be an array with at least one schema")
        }
        var nodes: [Int32] = []
        for element in context.value.elements { nodes.append(try child(element, of: context.node)) }
        let start = Int32(builder.children.count)
        builder.children += nodes
        draft.add(
            Instruction(operation: operation, a: start, b: Int32(nodes.count)),
            .applicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyAllOf(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var holds = true
        for branch in 0..<instruction.b {
            if !apply(position, view.children[Int(instruction.a + branch)], index, tracks: tracks) {
                if isSilent { return false }
                holds = false
            }
        }
        return holds
    }
}
