@_spi(Tape) import StrictJSON

// `additionalProperties` (core 10.3.2.3).

extension SchemaCompiler {
    /// The names and patterns that the keywords beside it cover are looked up again in the schema object.
    mutating func compileAdditionalProperties(
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        var candidates: [Candidate] = []
        if let properties = context.schema["properties"] {
            for member in properties.members {
                let name = builder.name(member.nameBytes)
                candidates.append(Candidate(name: builder.names[Int(name)], node: -1, bit: 0))
            }
        }
        var plan = MemberPlan(additional: node, patternStart: Int32(builder.patternChildren.count))
        if let patterns = context.schema["patternProperties"] {
            var list: [PatternChild] = []
            for member in patterns.members {
                list.append(PatternChild(pattern: try pattern(member.name, context), node: -1))
            }
            plan.patternCount = Int32(list.count)
            builder.patternChildren += list
        }
        draft.add(
            Instruction(
                operation: .additionalProperties,
                a: node,
                b: builder.appendPlan(plan, candidates: candidates)
            ),
            .dependentApplicator,
            context.site
        )
    }
}

extension Evaluator {
    mutating func applyAdditionalProperties(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool
    ) -> Bool {
        let plan = view.plans[Int(instruction.b)]
        var holds = true
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            if tape.candidate(name, of: plan, in: view) == nil, !checker.matchesAny(plan, name) {
                if !applyToExtraMember(instruction.a, position, name) {
                    if isSilent { return false }
                    holds = false
                }
                if tracks { evaluated.insert(value) }
            }
            name = tape.next(value)
        }
        return holds
    }

    /// Applies a subschema to a member that nothing else covers; the schema `false` speaks of its name.
    mutating func applyToExtraMember(_ node: Int32, _ position: Int32, _ name: Int) -> Bool {
        isNever(node) ? fail(position, name) : apply(position, node, name + 1, tracks: false)
    }

    /// Whether a subschema is `false`.
    func isNever(_ number: Int32) -> Bool {
        let node = view.nodes[Int(number)]
        return node.end > node.start && view.instructions[Int(node.start)].operation == .never
    }
}

extension AssertionChecker {
    /// Whether any pattern of a plan matches the name at `name`.
    func matchesAny(_ plan: MemberPlan, _ name: Int) -> Bool {
        for number in 0..<plan.patternCount {
            if matches(view.patternChildren[Int(plan.patternStart + number)].pattern, name) { return true }
        }
        return false
    }
}
