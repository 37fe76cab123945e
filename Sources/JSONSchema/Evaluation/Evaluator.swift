@_spi(Tape) import StrictJSON

/// Applies subschemas to instances in the order of the specification.
///
/// It does what the verdict machine can't: it records violations, follows dynamic references and keeps what was
/// evaluated for `unevaluatedItems` and `unevaluatedProperties`.
struct Evaluator {
    /// One application of a subschema on the way to a violation.
    struct Step: Sendable {
        var parent: Int32
        var instruction: Int32
        var node: Int32
    }

    /// Containers of so many entries are small.
    private static let smallEntryCount = 12

    let checker: AssertionChecker
    let limit: Int
    let usesDynamicScope: Bool
    let usesAdvice: Bool

    /// Whether nothing is recorded, so that the first failure decides.
    var isSilent: Bool
    var isAdvisory = false
    var records: [Record] = []
    /// Lists that records refer to.
    var choices: [[Int32]] = []
    var steps: [Step] = []
    var step: Int32 = -1
    var evaluated = EvaluatedLocations()
    /// The numbers of the resources that were entered, from the outermost on.
    var scope: [Int32] = []
    /// Decides where only the verdict counts, unless `hasMachine` is false.
    private let machine: VerdictMachine
    private let hasMachine: Bool

    var view: ProgramView {
        @inline(__always) get { checker.view }
    }
    var tape: JSONTape {
        @inline(__always) get { checker.tape }
    }

    var budget: UnsafeMutablePointer<EvaluationBudget> {
        @inline(__always) get { checker.budget }
    }

    init(
        program: Program,
        tape: JSONTape,
        isSilent: Bool,
        limit: Int,
        budget: UnsafeMutablePointer<EvaluationBudget>
    ) {
        checker = AssertionChecker(program: program, tape: tape, budget: budget)
        self.isSilent = isSilent
        self.limit = limit
        usesDynamicScope = program.usesDynamicScope
        hasMachine = !program.usesDynamicScope && !program.isPartial
        machine = VerdictMachine(program: program, tape: tape, budget: budget, remainder: nil)
        usesAdvice = program.usesAdvice
        if !isSilent {
            // Room for the usual few violations at once.
            records.reserveCapacity(min(limit, 16))
            steps.reserveCapacity(32)
        }
        if program.usesAnnotations { evaluated = EvaluatedLocations(count: tape.count) }
    }

    /// Applies a subschema.
    ///
    /// - Parameters:
    ///   - tracks: whether a subschema around this one asks what is evaluated at this location.
    ///   - base: the mark since which locations count as evaluated, where it is another subschema's.
    mutating func evaluate(_ number: Int32, _ index: Int, tracks outerTracks: Bool, base outerBase: Int? = nil) -> Bool
    {
        guard budget.pointee.enter(cost: tape.walkingCost(index)) else { return false }
        defer { budget.pointee.leave() }
        let node = view.nodes[Int(number)]
        let tracks = outerTracks || node.tracks
        let base = outerBase ?? evaluated.mark
        let entersScope = usesDynamicScope && scope.last != node.resource
        if entersScope { scope.append(node.resource) }
        defer { if entersScope { scope.removeLast() } }
        var holds = true
        var position = node.start
        while position < node.end {
            if !execute(position, index, tracks: tracks, base: base) {
                holds = false
                if isSilent { break }
            }
            position += 1
        }
        if tracks, outerBase == nil, !outerTracks || (!holds && isSilent) { evaluated.restore(to: base) }
        return holds
    }

    /// Applies a subschema for its verdict alone.
    mutating func verdict(_ node: Int32, _ index: Int) -> Bool {
        if hasMachine { return machine.accepts(node, index) }
        let wasSilent = isSilent
        isSilent = true
        defer { isSilent = wasSilent }
        return evaluate(node, index, tracks: false)
    }

    /// Whether a verdict tells all there is to tell of a subschema that holds.
    private var isSettledByVerdict: Bool { hasMachine && !usesAdvice }

    /// Whether the verdict on a value costs little even when each value around it asks for it once more.
    private func isSmall(_ index: Int) -> Bool {
        let kind = tape.kind(index)
        return (kind != .array && kind != .object) || tape.next(index) - index <= Evaluator.smallEntryCount
    }

    /// Applies the subschema `node` of the instruction at `position`.
    mutating func apply(_ position: Int32, _ node: Int32, _ index: Int, tracks: Bool, base: Int? = nil) -> Bool {
        if isSilent { return evaluate(node, index, tracks: tracks, base: base) }
        if !tracks, isSmall(index), isSettledByVerdict, machine.accepts(node, index) { return true }
        let outer = step
        let stepCount = steps.count
        let recordCount = records.count
        steps.append(Step(parent: outer, instruction: position, node: node))
        step = Int32(stepCount)
        let holds = evaluate(node, index, tracks: tracks, base: base)
        step = outer
        // Steps that no record refers to are not needed again.
        if records.count == recordCount { steps.removeLast(steps.count - stepCount) }
        return holds
    }

    /// Records that the instruction at `position` failed; always false.
    ///
    /// What fails because the budget is spent may be right, so it is not recorded.
    mutating func fail(_ position: Int32, _ index: Int, detail: Record.Detail = .none) -> Bool {
        if !isSilent, records.count < limit, !budget.pointee.isExceeded {
            records.append(
                Record(
                    instruction: position,
                    index: Int32(truncatingIfNeeded: index),
                    step: step,
                    detail: detail,
                    isAdvisory: isAdvisory
                )
            )
            // From here on the first failure decides: nothing more is told.
            if records.count == limit { isSilent = true }
        }
        return false
    }

    private mutating func execute(_ position: Int32, _ index: Int, tracks: Bool, base: Int) -> Bool {
        let instruction = view.instructions[Int(position)]
        switch instruction.operation {
        case .reference: return apply(position, instruction.a, index, tracks: tracks)
        case .dynamicReference: return applyDynamicReference(instruction, position, index, tracks: tracks)
        case .allOf: return applyAllOf(instruction, position, index, tracks: tracks)
        case .anyOf: return applyAnyOf(instruction, position, index, tracks: tracks)
        case .oneOf: return applyOneOf(instruction, position, index, tracks: tracks)
        case .not: return verdict(instruction.a, index) ? fail(position, index) : true
        case .conditional: return applyConditional(instruction, position, index, tracks: tracks)
        case .advisory: return applyAdvice(instruction, position, index, tracks: tracks, base: base)
        case .unevaluatedItems, .prefixItems, .items, .contains:
            guard tape.kind(index) == .array else { return true }
            return executeForArray(instruction, position, index, tracks: tracks, base: base)
        case .properties, .patternProperties, .additionalProperties, .propertyNames, .unevaluatedProperties,
            .dependentSchemas, .required, .dependentRequired:
            guard tape.kind(index) == .object else { return true }
            return executeForObject(instruction, position, index, tracks: tracks, base: base)
        case .uniqueItems:
            guard checker.canCompareElements(index) else { return false }
            guard let pair = checker.equalElements(index) else { return true }
            return fail(position, index, detail: .elements(Int32(pair.0), Int32(pair.1)))
        default:
            guard !instruction.isSimple || budget.pointee.spend(tape.textCost(index)) else { return false }
            return checker.holds(instruction, index) ? true : fail(position, index)
        }
    }

    private mutating func executeForArray(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool,
        base: Int
    ) -> Bool {
        switch instruction.operation {
        case .prefixItems: applyPrefixItems(instruction, position, index, tracks: tracks)
        case .items: applyItems(instruction, position, index, tracks: tracks)
        case .contains: applyContains(instruction, position, index, tracks: tracks)
        default: applyUnevaluatedItems(instruction, position, index, base: base)
        }
    }

    private mutating func executeForObject(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        tracks: Bool,
        base: Int
    ) -> Bool {
        switch instruction.operation {
        case .properties: applyProperties(instruction, position, index, tracks: tracks)
        case .patternProperties: applyPatternProperties(instruction, position, index, tracks: tracks)
        case .additionalProperties: applyAdditionalProperties(instruction, position, index, tracks: tracks)
        case .propertyNames: applyPropertyNames(instruction, position, index)
        case .dependentSchemas: applyDependentSchemas(instruction, position, index, tracks: tracks)
        case .required: checkRequired(instruction, position, index)
        case .dependentRequired: checkDependentRequired(instruction, position, index)
        default: applyUnevaluatedProperties(instruction, position, index, base: base)
        }
    }
}

extension Evaluator {
    /// What an evaluation leaves behind.
    struct Findings: Sendable {
        var records: [Record]
        var steps: [Step]
        var choices: [[Int32]]
    }

    var findings: Findings { Findings(records: records, steps: steps, choices: choices) }

    /// Records that the evaluation was not finished, so that no unfinished one looks like a success.
    mutating func recordCutOff(_ index: Int) {
        records.append(
            Record(
                instruction: -1,
                index: Int32(truncatingIfNeeded: index),
                step: -1,
                detail: .none,
                isAdvisory: false
            )
        )
    }
}

/// A violation before its words are made.
struct Record: Sendable {
    /// What a message needs beyond the instruction and the instance.
    enum Detail: Sendable {
        case none
        /// The number of a name.
        case name(Int32)
        /// The numbers of two names: the missing one, and the one that asks for it.
        case names(Int32, Int32)
        case count(Int32)
        case elements(Int32, Int32)
        /// A list among the evaluator's choices: instructions, one of which had to hold.
        case choice(Int32)
        /// A list among the evaluator's choices: names, one of which had to be there.
        case missingChoice(Int32)
    }

    /// The instruction that failed, or -1 when the evaluation was cut off.
    var instruction: Int32
    var index: Int32
    var step: Int32
    var detail: Detail
    var isAdvisory: Bool
}
