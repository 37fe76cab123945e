@_spi(Tape) import StrictJSON

/// Decides single assertions; both ways of evaluation use it.
///
/// Each assertion holds for instances of a type that it says nothing about (validation 6).
struct AssertionChecker {
    unowned(unsafe) let program: Program
    private let tables: UnsafePointer<ProgramView>
    let tape: JSONTape
    let budget: UnsafeMutablePointer<EvaluationBudget>

    // The program outlives every evaluation: `Schema` holds it while one runs.
    init(program: Program, tape: JSONTape, budget: UnsafeMutablePointer<EvaluationBudget>) {
        self.program = program
        tables = program.storage.tables
        self.tape = tape
        self.budget = budget
    }

    var view: ProgramView {
        @inline(__always) get { tables.pointee }
    }

    /// Pays for trying each of `count` names or patterns on each member of an object; false where that is too much.
    func canTry(_ count: Int32, onMembersOf object: Int) -> Bool {
        budget.pointee.spend(Int(count) &* (tape.walkingCost(object) &+ tape.textCost(object)) >> 3)
    }

    /// Whether the instance at `index` satisfies an assertion.
    func holds(_ instruction: Instruction, _ index: Int) -> Bool {
        switch instruction.operation {
        case .never: false
        case .type: UInt8(truncatingIfNeeded: instruction.a) & InstanceKind.mask(tape.instanceKind(index)) != 0
        case .enumeration, .constant: isAmong(instruction, index)
        case .multipleOf: isMultiple(instruction, index)
        case .maximum: isWithinBound(instruction, index) { $0 <= 0 }
        case .exclusiveMaximum: isWithinBound(instruction, index) { $0 < 0 }
        case .minimum: isWithinBound(instruction, index) { $0 >= 0 }
        case .exclusiveMinimum: isWithinBound(instruction, index) { $0 > 0 }
        case .maxLength: isAtMostLength(instruction, index)
        case .minLength: isAtLeastLength(instruction, index)
        case .pattern: matchesPattern(instruction, index)
        case .maxItems: tape.kind(index) != .array || tape.childCount(index) <= Int(instruction.a)
        case .minItems: tape.kind(index) != .array || tape.childCount(index) >= Int(instruction.a)
        case .maxProperties: tape.kind(index) != .object || tape.childCount(index) <= Int(instruction.a)
        case .minProperties: tape.kind(index) != .object || tape.childCount(index) >= Int(instruction.a)
        case .uniqueItems: hasUniqueElements(index)
        case .format: hasFormat(instruction, index)
        default: true
        }
    }
}
