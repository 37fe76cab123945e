import StrictJSON

/// Turns subschemas into verdict code: for each kind of instance a short list of what is left to check.
///
/// A verdict needs no annotations and no order, so much falls away: `type` is decided by the choice of the list,
/// assertions about other types are dropped, `$ref` and `allOf` are merged into the list around them, branches that
/// can't hold disappear, and the keywords about members become one walk.
struct VerdictLowering {
    /// What a subschema comes to for one kind of instance.
    enum Outcome {
        case rejects
        case accepts
        case checks([Instruction])
    }

    /// Entries below this are no places in the code but answers.
    static let rejecting: UInt32 = 0
    static let accepting: UInt32 = 1
    /// Set in entries whose code applies no subschema.
    static let isSimple: UInt32 = 1 << 31

    /// Lists up to this length are copied into the list that refers to them.
    private static let inlinedCount = 6

    var builder: ProgramBuilder
    /// Whether some subschema had to be left to the evaluator.
    private(set) var isPartial = false
    /// Outcomes by subschema and kind.
    private var outcomes: [Outcome]
    private var contributions: [Contribution] = []

    init(_ builder: ProgramBuilder) {
        self.builder = builder
        outcomes = Array(repeating: .accepts, count: builder.nodes.count * InstanceKind.count)
    }

    /// Lowers all subschemas; `order` has each after those that it applies at the same location.
    mutating func lower(order: [Int]) {
        if builder.instructions.contains(where: { $0.operation == .unevaluatedProperties }) {
            contributions = Contribution.all(of: builder, order: order)
        }
        for node in order {
            for kind in 0..<InstanceKind.count {
                outcomes[node * InstanceKind.count + kind] = outcome(of: node, kind)
            }
        }
        emit()
    }

    // MARK: Code

    private mutating func emit() {
        builder.entries = Array(repeating: VerdictLowering.accepting, count: outcomes.count)
        // The first places are never entered: their numbers mean the answers.
        builder.code = [Instruction(operation: .never), Instruction(operation: .accept)]
        for (place, outcome) in outcomes.enumerated() {
            switch outcome {
            case .rejects: builder.entries[place] = VerdictLowering.rejecting
            case .accepts: break
            case .checks(let list):
                if let same = sameList(as: place, list) {
                    builder.entries[place] = same
                    continue
                }
                builder.entries[place] = UInt32(builder.code.count)
                if list.allSatisfy(\.isSimple) { builder.entries[place] |= VerdictLowering.isSimple }
                builder.code += list
                builder.code.append(Instruction(operation: .accept))
            }
        }
        resolve()
    }

    /// A list for one kind often equals that of the kind before it; such lists are emitted once.
    private func sameList(as place: Int, _ list: [Instruction]) -> UInt32? {
        guard place % InstanceKind.count > 0, case .checks(let before) = outcomes[place - 1],
            before.count == list.count, before.indices.allSatisfy({ before[$0] == list[$0] })
        else { return nil }
        return builder.entries[place - 1]
    }

    /// Replaces numbers of subschemas by places in the code, now that these are known.
    ///
    /// Operands hold a subschema's number times the number of kinds, plus the kind.
    private mutating func resolve() {
        for position in builder.code.indices {
            let instruction = builder.code[position]
            switch instruction.operation {
            case .call, .not:
                builder.code[position].a = Int32(bitPattern: builder.entries[Int(instruction.a)])
            case .conditional:
                builder.code[position].a = Int32(bitPattern: builder.entries[Int(instruction.a)])
                builder.code[position].b = entry(instruction.b)
                builder.code[position].c = entry(instruction.c)
            default: break
            }
        }
        builder.branches = builder.branchPlaces.map { builder.entries[Int($0)] }
    }

    private func entry(_ place: Int32) -> Int32 {
        place < 0 ? Int32(VerdictLowering.accepting) : Int32(bitPattern: builder.entries[Int(place)])
    }

    // MARK: One subschema for one kind

    private mutating func outcome(of number: Int, _ kind: Int) -> Outcome {
        let node = builder.nodes[number]
        var list = CheckList()
        var members = MemberChecks()
        for position in Int(node.start)..<Int(node.end) {
            let instruction = builder.instructions[position]
            switch lower(instruction, number, kind, &members) {
            case .rejects: return .rejects
            case .accepts: break
            case .checks(let checks): list.instructions += checks
            case nil:
                isPartial = true
                return .checks([Instruction(operation: .general, a: Int32(number))])
            }
        }
        if kind == InstanceKind.object, let check = members.instruction(&builder) {
            list.instructions.insert(check, at: 0)
        }
        if kind == InstanceKind.integer { list.mergeBounds(&builder) }
        return list.instructions.isEmpty ? .accepts : .checks(list.instructions)
    }

    /// What one instruction comes to; nil when only the evaluator can do it.
    private mutating func lower(
        _ instruction: Instruction,
        _ node: Int,
        _ kind: Int,
        _ members: inout MemberChecks
    ) -> Outcome? {
        switch instruction.operation {
        case .never: return .rejects
        case .type:
            return UInt8(truncatingIfNeeded: instruction.a) & InstanceKind.mask(kind) == 0 ? .rejects : .accepts
        case .advisory: return .accepts
        case .dynamicReference: return nil
        case .reference: return merged(instruction.a, kind)
        case .allOf: return lowerAllOf(instruction, kind)
        case .anyOf: return lowerAnyOf(instruction, kind)
        case .oneOf: return lowerOneOf(instruction, kind)
        case .not: return lowerNot(instruction, kind)
        case .conditional: return lowerConditional(instruction, kind)
        case .enumeration, .constant: return lowerValues(instruction, kind)
        case .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum:
            return kind == InstanceKind.integer || kind == InstanceKind.fraction ? .checks([instruction]) : .accepts
        case .maxLength, .minLength, .pattern, .format:
            return kind == InstanceKind.string ? .checks([instruction]) : .accepts
        case .maxItems, .minItems, .uniqueItems, .prefixItems, .items, .contains:
            return kind == InstanceKind.array ? .checks([instruction]) : .accepts
        case .unevaluatedItems:
            return kind == InstanceKind.array ? nil : .accepts
        default:
            guard kind == InstanceKind.object else { return .accepts }
            return lowerForObject(instruction, node, &members)
        }
    }

    private func lowerForObject(_ instruction: Instruction, _ node: Int, _ members: inout MemberChecks) -> Outcome? {
        switch instruction.operation {
        case .properties: members.properties = instruction.a
        case .patternProperties: members.patterns = instruction
        case .additionalProperties: members.additional = instruction.a
        case .required:
            // A set of required members has 64 bits; a longer list is checked name by name.
            if instruction.b > 64 { return .checks([instruction]) }
            members.required = instruction
        case .unevaluatedProperties:
            guard let names = contributions[node].certainNames(of: node, in: builder) else { return nil }
            members.additional = instruction.a
            members.coveredNames = names
        default: return .checks([instruction])
        }
        return .accepts
    }

    /// The list of another subschema for the same instance: copied when short, called when long.
    private func merged(_ node: Int32, _ kind: Int) -> Outcome {
        let place = Int(node) * InstanceKind.count + kind
        if case .checks(let list) = outcomes[place], list.count > VerdictLowering.inlinedCount {
            return .checks([Instruction(operation: .call, a: Int32(place))])
        }
        return outcomes[place]
    }

    private func branches(_ instruction: Instruction) -> ArraySlice<Int32> {
        builder.children[Int(instruction.a)..<Int(instruction.a + instruction.b)]
    }

    private func lowerAllOf(_ instruction: Instruction, _ kind: Int) -> Outcome {
        var all: [Instruction] = []
        for node in branches(instruction) {
            switch merged(node, kind) {
            case .rejects: return .rejects
            case .accepts: break
            case .checks(let list): all += list
            }
        }
        return all.isEmpty ? .accepts : .checks(all)
    }

    /// The places of the branches that may or may not hold, and how many always do.
    private func open(_ instruction: Instruction, _ kind: Int) -> (places: [Int32], accepting: Int) {
        var places: [Int32] = []
        var accepting = 0
        for node in branches(instruction) {
            let place = Int(node) * InstanceKind.count + kind
            switch outcomes[place] {
            case .rejects: break
            case .accepts: accepting += 1
            case .checks: places.append(Int32(place))
            }
        }
        return (places, accepting)
    }

    private mutating func lowerAnyOf(_ instruction: Instruction, _ kind: Int) -> Outcome {
        let (places, accepting) = open(instruction, kind)
        if accepting > 0 { return .accepts }
        if places.isEmpty { return .rejects }
        if places.count == 1 { return merged(places[0] / Int32(InstanceKind.count), kind) }
        return .checks([branch(.anyOf, places)])
    }

    private mutating func lowerOneOf(_ instruction: Instruction, _ kind: Int) -> Outcome {
        let (places, accepting) = open(instruction, kind)
        if accepting > 1 { return .rejects }
        if places.isEmpty { return accepting == 1 ? .accepts : .rejects }
        if accepting == 0, places.count == 1 { return merged(places[0] / Int32(InstanceKind.count), kind) }
        var check = branch(.oneOf, places)
        check.c = Int32(accepting)
        return .checks([check])
    }

    private mutating func branch(_ operation: Operation, _ places: [Int32]) -> Instruction {
        let start = Int32(builder.branchPlaces.count)
        builder.branchPlaces += places
        return Instruction(operation: operation, a: start, b: Int32(places.count))
    }

    private func lowerNot(_ instruction: Instruction, _ kind: Int) -> Outcome {
        let place = Int(instruction.a) * InstanceKind.count + kind
        switch outcomes[place] {
        case .rejects: return .accepts
        case .accepts: return .rejects
        case .checks: return .checks([Instruction(operation: .not, a: Int32(place))])
        }
    }

    private func lowerConditional(_ instruction: Instruction, _ kind: Int) -> Outcome {
        let place = Int(instruction.a) * InstanceKind.count + kind
        func chosen(_ node: Int32) -> Outcome { node < 0 ? .accepts : merged(node, kind) }
        switch outcomes[place] {
        case .accepts: return chosen(instruction.b)
        case .rejects: return chosen(instruction.c)
        case .checks:
            func target(_ node: Int32) -> Int32 { node < 0 ? -1 : node * Int32(InstanceKind.count) + Int32(kind) }
            let consequence = target(instruction.b)
            let alternative = target(instruction.c)
            if case .accepts = chosen(instruction.b), case .accepts = chosen(instruction.c) { return .accepts }
            return .checks([
                Instruction(operation: .conditional, a: Int32(place), b: consequence, c: alternative)
            ])
        }
    }

    private func lowerValues(_ instruction: Instruction, _ kind: Int) -> Outcome {
        let set = builder.valueSets[Int(instruction.a)]
        guard set.kinds & InstanceKind.mask(kind) != 0 else { return .rejects }
        switch kind {
        case InstanceKind.null, InstanceKind.true, InstanceKind.false: return .accepts
        case InstanceKind.string: return .checks([Instruction(operation: .stringAmong, a: set.strings)])
        default: return .checks([instruction])
        }
    }
}

/// The checks of one subschema for one kind while they are put together.
private struct CheckList {
    var instructions: [Instruction] = []

    /// Makes the bounds of an integer one range where all of them fit 64 bits.
    ///
    /// The ends of `Int64` stand for no bound, so bounds next to them are left alone.
    mutating func mergeBounds(_ builder: inout ProgramBuilder) {
        var range = IntegerRange(low: .min, high: .max)
        var rest: [Instruction] = []
        for instruction in instructions {
            switch instruction.operation {
            case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum:
                guard let bound = builder.numbers[Int(instruction.a)].int64, bound > .min + 1, bound < .max - 1 else {
                    fallthrough
                }
                switch instruction.operation {
                case .minimum: range.low = max(range.low, bound)
                case .exclusiveMinimum: range.low = max(range.low, bound + 1)
                case .maximum: range.high = min(range.high, bound)
                default: range.high = min(range.high, bound - 1)
                }
            default: rest.append(instruction)
            }
        }
        guard rest.count < instructions.count else { return }
        builder.ranges.append(range)
        let check = Instruction(operation: .integerRange, a: Int32(builder.ranges.count - 1))
        instructions = [check] + rest
    }
}
