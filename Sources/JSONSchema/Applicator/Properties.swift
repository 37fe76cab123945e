@_spi(Tape) import StrictJSON

// `properties` (core 10.3.2.1).

extension SchemaCompiler {
    mutating func compileProperties(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind == .object else { throw invalid(context, "must be an object") }
        var candidates: [Candidate] = []
        for member in context.value.members {
            let node = try child(member.value, of: context.node)
            let name = builder.name(member.nameBytes)
            candidates.append(Candidate(name: builder.names[Int(name)], node: node, bit: 0))
        }
        let plan = builder.appendPlan(MemberPlan(), candidates: candidates)
        draft.add(Instruction(operation: .properties, a: plan), .applicator, context.site)
    }
}

extension Evaluator {
    mutating func applyProperties(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        let plan = view.plans[Int(instruction.a)]
        var holds = true
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            if let candidate = tape.candidate(name, of: plan, in: view) {
                if !apply(position, candidate.pointee.node, value, tracks: false) {
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
