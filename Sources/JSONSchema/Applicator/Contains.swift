@_spi(Tape) import StrictJSON

// `contains` (core 10.3.1.3) with `minContains` and `maxContains` (validation 6.4.4 and 6.4.5).

extension SchemaCompiler {
    mutating func compileContains(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        var minimum: Int32 = 1
        var maximum: Int32 = -1
        if try validates(context.node) {
            if let value = context.schema["minContains"] { minimum = try limit(context.with("minContains", value)) }
            if let value = context.schema["maxContains"] { maximum = try limit(context.with("maxContains", value)) }
        }
        draft.add(
            Instruction(operation: .contains, a: node, b: minimum, c: maximum),
            .applicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyContains(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var count: Int32 = 0
        var element = index + 1
        let end = tape.next(index)
        while element < end {
            if verdict(instruction.a, element) {
                count += 1
                if tracks { evaluated.insert(element) }
                let isDecided = instruction.c < 0 ? count >= instruction.b : count > instruction.c
                if isDecided, !tracks { break }
            }
            element = tape.next(element)
        }
        let holds = count >= instruction.b && (instruction.c < 0 || count <= instruction.c)
        return holds ? true : fail(position, index, detail: .count(count))
    }
}
