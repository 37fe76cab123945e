@_spi(Tape) import StrictJSON

// `patternProperties` (core 10.3.2.2).

extension SchemaCompiler {
    mutating func compilePatternProperties(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind == .object else { throw invalid(context, "must be an object") }
        var list: [PatternChild] = []
        for member in context.value.members {
            let node = try child(member.value, of: context.node)
            list.append(PatternChild(pattern: try pattern(member.name, context), node: node))
        }
        let start = Int32(builder.patternChildren.count)
        builder.patternChildren += list
        draft.add(
            Instruction(operation: .patternProperties, a: start, b: Int32(list.count)),
            .applicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyPatternProperties(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool
    ) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        var holds = true
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            for number in 0..<instruction.b {
                let child = view.patternChildren[Int(instruction.a + number)]
                guard checker.matches(child.pattern, name) else { continue }
                if !apply(position, child.node, value, tracks: false) {
                    if isSilent { return false }
                    holds = false
                }
                if tracks { evaluated.insert(value) }
            }
            name = tape.next(value)
        }
        return holds
    }
}
