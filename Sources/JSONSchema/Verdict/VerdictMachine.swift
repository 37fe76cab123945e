import StrictJSON

/// Runs verdict code: says whether an instance satisfies a schema, and nothing else.
struct VerdictMachine {
    let checker: AssertionChecker
    let view: ProgramView
    let tape: JSONTape
    let budget: UnsafeMutablePointer<EvaluationBudget>
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
        checker = AssertionChecker(program: program, tape: tape)
        view = program.storage.view
        self.tape = tape
        self.budget = budget
        self.remainder = remainder
    }

    /// Whether the instance satisfies a subschema.
    @inline(__always)
    func accepts(_ node: Int32, _ index: Int) -> Bool {
        let entry = view.entries[Int(node) &* InstanceKind.count &+ tape.instanceKind(index)]
        if entry <= VerdictLowering.accepting { return entry == VerdictLowering.accepting }
        return run(entry, index)
    }

    /// Whether the instance satisfies the code at `entry`, which may be an answer itself.
    @inline(__always)
    private func holds(_ entry: UInt32, _ index: Int) -> Bool {
        if entry <= VerdictLowering.accepting { return entry == VerdictLowering.accepting }
        return run(entry, index)
    }

    private func run(_ entry: UInt32, _ index: Int) -> Bool {
        guard budget.pointee.enter() else { return false }
        defer { budget.pointee.leave() }
        var position = view.code + Int(entry)
        while true {
            let instruction = position.pointee
            switch instruction.operation {
            case .accept: return true
            case .members:
                if !walkMembers(instruction.a, index) { return false }
            case .stringAmong:
                if !checker.isStringAmong(view.plans[Int(instruction.a)], index) { return false }
            case .pattern:
                if !checker.matches(instruction.a, index) { return false }
            case .integerRange:
                if !isInRange(view.ranges[Int(instruction.a)], index) { return false }
            case .maxLength:
                if !checker.isAtMostLength(instruction, index) { return false }
            case .minLength:
                if !checker.isAtLeastLength(instruction, index) { return false }
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
        switch instruction.operation {
        case .patternMembers: walkPatternMembers(instruction.a, index)
        case .prefixItems: holdsForPrefix(instruction, index)
        case .contains: holdsForEnough(instruction, index)
        case .propertyNames: holdsForNames(instruction, index)
        case .dependentSchemas: holdsForDependents(instruction, index)
        case .required: hasAll(instruction.a, instruction.b, index)
        case .dependentRequired: hasDependents(instruction, index)
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
            if run(view.branches[Int(instruction.a) + branch], index) { return true }
        }
        return false
    }

    private func holdsOne(_ instruction: Instruction, _ index: Int) -> Bool {
        var count = instruction.c
        for branch in 0..<Int(instruction.b) {
            if run(view.branches[Int(instruction.a) + branch], index) {
                count += 1
                if count > 1 { return false }
            }
        }
        return count == 1
    }
}
