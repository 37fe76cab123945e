@_spi(Tape) import StrictJSON

// `dependentRequired` (validation 6.5.4).

extension SchemaCompiler {
    mutating func compileDependentRequired(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        guard context.value.kind == .object else { throw invalid(context, "must be an object") }
        let start = Int32(builder.dependentNames.count)
        for member in context.value.members {
            let (first, count) = try nameList(member.value, context)
            builder.dependentNames.append(
                DependentNames(name: builder.name(member.nameBytes), start: first, count: count)
            )
        }
        let count = Int32(builder.dependentNames.count) - start
        draft.add(Instruction(operation: .dependentRequired, a: start, b: count), .assertion, context.site)
    }
}

extension Evaluator {
    mutating func checkDependentRequired(_ instruction: Instruction, _ position: Int32, _ index: Int) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        var holds = true
        for number in 0..<instruction.b {
            let dependent = view.dependentNames[Int(instruction.a + number)]
            guard tape.member(of: index, named: view.names[Int(dependent.name)], in: view.bytes) != nil else {
                continue
            }
            guard checker.canTry(dependent.count, onMembersOf: index) else { return false }
            for place in 0..<dependent.count {
                let name = view.nameLists[Int(dependent.start + place)]
                if tape.member(of: index, named: view.names[Int(name)], in: view.bytes) == nil {
                    holds = fail(position, index, detail: .names(name, dependent.name))
                    if isSilent { return false }
                }
            }
        }
        return holds
    }
}
