import StrictJSON

extension Evaluator {
    /// What a branch of `anyOf` or `oneOf` found wrong.
    private struct Branch {
        var records: [Record]
        var evaluated: [Int]
        /// A failed `const` or `enum` of a member of the instance: this branch was not meant.
        var discriminator: Record?
        /// A failed `type` of the instance itself.
        var type: Record?
        /// The missing member, where that is all there is.
        var missing: Int32?
    }

    /// Records what is wrong when no branch holds; always false.
    ///
    /// A person wants to know about the branch that was meant. A member such as `type` with a fixed value in each
    /// branch tells which; otherwise it is the branch with the least wrong.
    mutating func reportBestBranch(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var branches: [Branch] = []
        for branch in 0..<instruction.b {
            branches.append(
                examine(view.children[Int(instruction.a + branch)], position, index, tracks: tracks)
            )
        }
        let meant = branches.filter { $0.discriminator == nil }
        if meant.isEmpty, let place = branches.first?.discriminator?.index,
            branches.allSatisfy({ $0.discriminator?.index == place })
        {
            return failWithChoice(position, Int(place), branches.compactMap(\.discriminator))
        }
        if branches.allSatisfy({ $0.type != nil }) {
            return failWithChoice(position, index, branches.compactMap(\.type))
        }
        let missing = branches.compactMap(\.missing)
        if missing.count == branches.count, missing.count > 1 {
            choices.append(missing)
            return fail(position, index, detail: .missingChoice(Int32(choices.count - 1)))
        }
        let best = (meant.isEmpty ? branches : meant)
            .min { first, second in
                if (first.type == nil) != (second.type == nil) { return first.type == nil }
                return first.records.count < second.records.count
            }
        guard let best, !best.records.isEmpty else { return fail(position, index) }
        records += best.records.prefix(max(0, limit - records.count))
        isSilent = records.count >= limit
        if tracks { for place in best.evaluated { evaluated.insert(place) } }
        return false
    }

    private mutating func failWithChoice(_ position: Int32, _ index: Int, _ failed: [Record]) -> Bool {
        choices.append(failed.map(\.instruction))
        return fail(position, index, detail: .choice(Int32(choices.count - 1)))
    }

    /// Applies a branch and takes its records back out.
    private mutating func examine(_ node: Int32, _ position: Int32, _ index: Int, tracks: Bool) -> Branch {
        let outer = records
        let mark = evaluated.mark
        let branchStep = Int32(steps.count)
        records = []
        _ = apply(position, node, index, tracks: tracks)
        let found = records
        records = outer
        isSilent = false
        var branch = Branch(records: found, evaluated: [])
        if tracks {
            branch.evaluated = evaluated.indexes(since: mark)
            evaluated.restore(to: mark)
        }
        let counted = found.filter { !$0.isAdvisory }
        for record in counted where record.instruction >= 0 {
            let descents = descents(from: record.step, to: branchStep)
            switch view.instructions[Int(record.instruction)].operation {
            case .constant, .enumeration:
                if descents == [.properties], branch.discriminator == nil { branch.discriminator = record }
            case .type:
                if descents.isEmpty { branch.type = record }
            case .required:
                if descents.isEmpty, counted.count == 1, case .name(let name) = record.detail { branch.missing = name }
            default: break
            }
        }
        return branch
    }

    /// The keywords between a branch and a record that move on in the instance.
    private func descents(from step: Int32, to branch: Int32) -> [Operation] {
        var result: [Operation] = []
        var current = step
        while current > branch {
            let operation = view.instructions[Int(steps[Int(current)].instruction)].operation
            switch operation {
            case .properties, .patternProperties, .additionalProperties, .propertyNames, .prefixItems, .items,
                .contains, .unevaluatedItems, .unevaluatedProperties:
                result.append(operation)
            default: break
            }
            current = steps[Int(current)].parent
        }
        return result
    }
}
