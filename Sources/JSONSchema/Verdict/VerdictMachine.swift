@_spi(Tape) import StrictJSON

/// Runs verdict code: says whether an instance satisfies a schema, and nothing else.
struct VerdictMachine {
    let checker: AssertionChecker
    /// What verdict code leaves out; nil when it leaves nothing out.
    let remainder: Remainder?

    /// The evaluator that does what verdict code can't.
    ///
    /// It is one for the whole run, since it holds a mark for each value of the text.
    final class Remainder {
        var evaluator: Evaluator

        init(_ evaluator: Evaluator) {
            self.evaluator = evaluator
        }
    }

    init(
        program: Program,
        tape: JSONTape,
        budget: UnsafeMutablePointer<EvaluationBudget>,
        remainder: Remainder?
    ) {
        checker = AssertionChecker(program: program, tape: tape, budget: budget)
        self.remainder = remainder
    }

    var budget: UnsafeMutablePointer<EvaluationBudget> {
        @inline(__always) get { checker.budget }
    }
    var view: ProgramView {
        @inline(__always) get { checker.view }
    }
    var tape: JSONTape {
        @inline(__always) get { checker.tape }
    }

    /// Whether the instance satisfies a subschema.
    @inline(__always)
    func accepts(_ node: Int32, _ index: Int) -> Bool {
        holds(view.entries[Int(node) &* InstanceKind.count &+ tape.instanceKind(index)], index)
    }

    /// Whether the instance satisfies the code at `entry`, which may be an answer itself.
    @inline(__always)
    private func holds(_ entry: UInt32, _ index: Int) -> Bool {
        if entry <= VerdictLowering.accepting { return entry == VerdictLowering.accepting }
        if entry & VerdictLowering.isSimple != 0 { return runSimple(entry & ~VerdictLowering.isSimple, index) }
        return run(entry, index)
    }

    /// Runs code that applies no subschema, so that it can't get deeper: most scalars have no other.
    private func runSimple(_ entry: UInt32, _ index: Int) -> Bool {
        var position = view.code + Int(entry)
        let cost = tape.textCost(index)
        while position.pointee.operation != .accept {
            guard budget.pointee.spend(cost), holdsSimply(position.pointee, index) else { return false }
            position += 1
        }
        return true
    }

    /// Whether the instance satisfies an instruction that applies no subschema.
    @inline(__always)
    private func holdsSimply(_ instruction: Instruction, _ index: Int) -> Bool {
        switch instruction.operation {
        case .stringAmong: checker.isStringAmong(view.plans[Int(instruction.a)], index)
        case .pattern: checker.matches(instruction.a, index)
        case .integerRange: isInRange(view.ranges[Int(instruction.a)], index)
        case .maxLength: checker.isAtMostLength(instruction, index)
        case .minLength: checker.isAtLeastLength(instruction, index)
        default: checker.holds(instruction, index)
        }
    }

    private func run(_ entry: UInt32, _ index: Int) -> Bool {
        guard budget.pointee.enter(cost: tape.walkingCost(index)) else { return false }
        defer { budget.pointee.leave() }
        var position = view.code + Int(entry)
        while true {
            let instruction = position.pointee
            switch instruction.operation {
            case .accept: return true
            case .members:
                if !walkMembers(instruction.a, index) { return false }
            case .call:
                if !holds(UInt32(bitPattern: instruction.a), index) { return false }
            case .anyOf:
                if !holdsAny(instruction, index) { return false }
            case .oneOf:
                if !holdsOne(instruction, index) { return false }
            case .not:
                if holds(UInt32(bitPattern: instruction.a), index) { return false }
            case .conditional:
                let branch = holds(UInt32(bitPattern: instruction.a), index) ? instruction.b : instruction.c
                if !holds(UInt32(bitPattern: branch), index) { return false }
            case .items:
                if !holdsForItems(instruction, index) { return false }
            default:
                if !runOther(instruction, index) { return false }
            }
            position += 1
        }
    }

    @inline(never)
    private func runOther(_ instruction: Instruction, _ index: Int) -> Bool {
        guard !instruction.isSimple || budget.pointee.spend(tape.textCost(index)) else { return false }
        return switch instruction.operation {
        case .patternMembers: walkPatternMembers(instruction.a, index)
        case .prefixItems: holdsForPrefix(instruction, index)
        case .contains: holdsForEnough(instruction, index)
        case .propertyNames: holdsForNames(instruction, index)
        case .dependentSchemas: holdsForDependents(instruction, index)
        case .required: hasAll(instruction.a, instruction.b, index)
        case .dependentRequired: hasDependents(instruction, index)
        case .stringAmong, .integerRange: holdsSimply(instruction, index)
        case .general: remainder?.evaluator.verdict(instruction.a, index) ?? false
        default: checker.holds(instruction, index)
        }
    }

    @inline(__always)
    private func isInRange(_ range: IntegerRange, _ index: Int) -> Bool {
        let entry = tape[index]
        if entry.isShortInteger {
            let value = tape.shortInteger(index)
            return range.low <= value && value <= range.high
        }
        if let value = tape.int64(index) { return range.low <= value && value <= range.high }
        // Beyond 64 bits: only a missing bound lets it through.
        return entry.has(TapeEntry.isNegative) ? range.low == .min : range.high == .max
    }

    private func holdsAny(_ instruction: Instruction, _ index: Int) -> Bool {
        for branch in 0..<Int(instruction.b) {
            if holds(view.branches[Int(instruction.a) + branch], index) { return true }
        }
        return false
    }

    private func holdsOne(_ instruction: Instruction, _ index: Int) -> Bool {
        var count = instruction.c
        for branch in 0..<Int(instruction.b) {
            if holds(view.branches[Int(instruction.a) + branch], index) {
                count += 1
                if count > 1 { return false }
            }
        }
        return count == 1
    }
}
