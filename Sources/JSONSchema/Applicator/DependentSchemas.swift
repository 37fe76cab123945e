@_spi(Tape) import StrictJSON

// `dependentSchemas` (core 10.2.2.4).

extension SchemaCompiler {
    mutating func compileDependentSchemas(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind == .object else { throw invalid(context, "must be an object") }
        var list: [DependentSchema] = []
        for member in context.value.members {
            let node = try child(member.value, of: context.node)
            list.append(DependentSchema(name: builder.name(member.nameBytes), node: node))
        }
        let start = Int32(builder.dependentSchemas.count)
        builder.dependentSchemas += list
        draft.add(
            Instruction(operation: .dependentSchemas, a: start, b: Int32(list.count)),
            .applicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyDependentSchemas(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool
    ) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        var holds = true
        for number in 0..<instruction.b {
            let dependent = view.dependentSchemas[Int(instruction.a + number)]
            guard tape.member(of: index, named: view.names[Int(dependent.name)], in: view.bytes) != nil else {
                continue
            }
            if !apply(position, dependent.node, index, tracks: tracks) {
                if isSilent { return false }
                holds = false
            }
        }
        return holds
    }
}
