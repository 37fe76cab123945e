import StrictJSON

// `if`, `then` and `else` (core 10.2.2).

extension SchemaCompiler {
    /// `then` and `else` mean nothing without `if`.
    mutating func compileConditional(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let condition = try child(context.value, of: context.node)
        let consequence = try context.schema["then"]
            .map { value throws(SchemaError) in
                try child(value, of: context.node)
            }
        let alternative = try context.schema["else"]
            .map { value throws(SchemaError) in
                try child(value, of: context.node)
            }
        draft.add(
            Instruction(operation: .conditional, a: condition, b: consequence ?? -1, c: alternative ?? -1),
            .applicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyConditional(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        let condition: Bool
        if tracks {
            let wasSilent = isSilent
            isSilent = true
            condition = evaluate(instruction.a, index, tracks: true)
            isSilent = wasSilent
        } else {
            condition = verdict(instruction.a, index)
        }
        let node = condition ? instruction.b : instruction.c
        return node < 0 || apply(position, node, index, tracks: tracks)
    }
}
