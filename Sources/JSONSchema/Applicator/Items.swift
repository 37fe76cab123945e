@_spi(Tape) import StrictJSON

// `items` (core 10.3.1.2).

extension SchemaCompiler {
    mutating func compileItems(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind != .array else {
            throw fail(
                .suspiciousKeyword,
                context.value,
                of: context.node,
                "items with an array is of draft 2019-09: write prefixItems"
            )
        }
        let node = try child(context.value, of: context.node)
        let start = context.schema["prefixItems"]?.count ?? 0
        draft.add(
            Instruction(operation: .items, a: node, b: Int32(clamping: start)),
            .dependentApplicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyItems(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var holds = true
        var element = index + 1
        let end = tape.next(index)
        var number: Int32 = 0
        while element < end {
            if number >= instruction.b {
                if !apply(position, instruction.a, element, tracks: false) {
                    if isSilent { return false }
                    holds = false
                }
                if tracks { evaluated.insert(element) }
            } else {
                number += 1
            }
            element = tape.next(element)
        }
        return holds
    }
}
