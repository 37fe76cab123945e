/// The keywords of one subschema about the members of an object, to become one walk.
struct MemberChecks {
    /// The plan of `properties`.
    var properties: Int32?
    var patterns: Instruction?
    /// The subschema of `additionalProperties`, or of `unevaluatedProperties` with `coveredNames`.
    var additional: Int32?
    var required: Instruction?
    /// Names that others cover at the same location.
    var coveredNames: [NameRecord] = []

    /// The instruction for the walk, or nil when there is nothing to check.
    func instruction(_ builder: inout ProgramBuilder) -> Instruction? {
        guard properties != nil || patterns != nil || additional != nil || required != nil else { return nil }
        var candidates: [Int32: Candidate] = [:]
        var order: [Int32] = []
        func candidate(_ name: NameRecord) -> Candidate {
            if let known = candidates[name.offset] { return known }
            order.append(name.offset)
            return Candidate(name: name, node: -1, bit: 0)
        }
        if let properties {
            for known in builder.candidates(of: properties) { candidates[known.name.offset] = merge(known, candidate) }
        }
        for name in coveredNames { candidates[name.offset] = candidate(name) }
        var plan = MemberPlan(additional: additional ?? -1)
        if let required {
            var bit: UInt64 = 1
            for number in required.a..<(required.a + required.b) {
                let name = builder.names[Int(builder.nameLists[Int(number)])]
                var entry = candidate(name)
                // A name that is only required is still one that `additionalProperties` speaks of.
                if candidates[name.offset] == nil { entry.node = additional ?? -1 }
                if entry.bit == 0 {
                    entry.bit = bit
                    plan.required |= bit
                    bit = bit &<< 1
                }
                candidates[name.offset] = entry
            }
        }
        if let patterns {
            plan.patternStart = patterns.a
            plan.patternCount = patterns.b
        }
        let list = order.compactMap { candidates[$0] }
        let number = builder.appendPlan(plan, candidates: list)
        return Instruction(operation: patterns == nil ? .members : .patternMembers, a: number)
    }

    private func merge(_ known: Candidate, _ candidate: (NameRecord) -> Candidate) -> Candidate {
        var entry = candidate(known.name)
        entry.node = known.node
        return entry
    }
}

extension ProgramBuilder {
    /// The candidates of a plan.
    func candidates(of plan: Int32) -> [Candidate] {
        let plan = plans[Int(plan)]
        return (0...Int(plan.slotMask))
            .compactMap { slot in
                let number = slots[Int(plan.slotStart) + slot]
                return number < 0 ? nil : candidates[Int(number)]
            }
    }
}
