@_spi(Tape) import StrictJSON

extension VerdictMachine {
    /// Walks over the members once: names, required names and all other members.
    func walkMembers(_ number: Int32, _ index: Int) -> Bool {
        let plan = view.plans[Int(number)]
        var seen: UInt64 = 0
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            var node = plan.additional
            if let candidate = tape.candidate(name, of: plan, in: view) {
                node = candidate.pointee.node
                seen |= candidate.pointee.bit
            }
            if node >= 0, !accepts(node, value) { return false }
            name = tape.next(value)
        }
        return seen & plan.required == plan.required
    }

    /// The same where patterns cover names as well.
    func walkPatternMembers(_ number: Int32, _ index: Int) -> Bool {
        let plan = view.plans[Int(number)]
        guard checker.canTry(plan.patternCount, onMembersOf: index) else { return false }
        var seen: UInt64 = 0
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            var isCovered = false
            if let candidate = tape.candidate(name, of: plan, in: view) {
                seen |= candidate.pointee.bit
                // A name that is only required is covered by no keyword.
                isCovered = candidate.pointee.node >= 0 && candidate.pointee.node != plan.additional
                if isCovered, !accepts(candidate.pointee.node, value) { return false }
            }
            for place in 0..<Int(plan.patternCount) {
                let child = view.patternChildren[Int(plan.patternStart) + place]
                guard checker.matches(child.pattern, name) else { continue }
                isCovered = true
                if !accepts(child.node, value) { return false }
            }
            if !isCovered, plan.additional >= 0, !accepts(plan.additional, value) { return false }
            name = tape.next(value)
        }
        return seen & plan.required == plan.required
    }

    func holdsForNames(_ instruction: Instruction, _ index: Int) -> Bool {
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            if !accepts(instruction.a, name) { return false }
            name = tape.next(name + 1)
        }
        return true
    }

    func holdsForDependents(_ instruction: Instruction, _ index: Int) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        for number in 0..<Int(instruction.b) {
            let dependent = view.dependentSchemas[Int(instruction.a) + number]
            if hasMember(dependent.name, index), !accepts(dependent.node, index) { return false }
        }
        return true
    }

    func hasDependents(_ instruction: Instruction, _ index: Int) -> Bool {
        guard checker.canTry(instruction.b, onMembersOf: index) else { return false }
        for number in 0..<Int(instruction.b) {
            let dependent = view.dependentNames[Int(instruction.a) + number]
            if hasMember(dependent.name, index), !hasAll(dependent.start, dependent.count, index) { return false }
        }
        return true
    }

    func hasAll(_ start: Int32, _ count: Int32, _ index: Int) -> Bool {
        guard checker.canTry(count, onMembersOf: index) else { return false }
        for number in 0..<Int(count) where !hasMember(view.nameLists[Int(start) + number], index) { return false }
        return true
    }

    private func hasMember(_ name: Int32, _ index: Int) -> Bool {
        tape.member(of: index, named: view.names[Int(name)], in: view.bytes) != nil
    }
}
