/// The members that a subschema is known to evaluate, whatever the instance.
///
/// Where all of them are known in advance, `unevaluatedProperties` is `additionalProperties` with more names.
struct Contribution {
    /// Offsets of names that are evaluated whenever the subschema holds.
    var certain: Set<Int32> = []
    /// Offsets of names that may be evaluated.
    var possible: Set<Int32> = []
    /// Whether its own keywords may evaluate members of other names too.
    private var isOpenItself = false
    /// Whether a subschema that it applies may.
    private var isOpenBelow = false

    private var isOpen: Bool { isOpenItself || isOpenBelow }

    private mutating func add(_ other: Contribution, isCertain: Bool) {
        if isCertain { certain.formUnion(other.certain) }
        possible.formUnion(other.possible)
        if other.isOpen { isOpenBelow = true }
    }

    /// The contributions of all subschemas.
    static func all(of builder: ProgramBuilder, order: [Int]) -> [Contribution] {
        var result = Array(repeating: Contribution(), count: builder.nodes.count)
        for number in order {
            let node = builder.nodes[number]
            var own = Contribution()
            for instruction in builder.instructions[Int(node.start)..<Int(node.end)] {
                own.add(instruction, builder, result)
            }
            result[number] = own
        }
        return result
    }

    private mutating func add(_ instruction: Instruction, _ builder: ProgramBuilder, _ known: [Contribution]) {
        switch instruction.operation {
        case .properties:
            let names = builder.candidates(of: instruction.a).map(\.name.offset)
            certain.formUnion(names)
            possible.formUnion(names)
        case .patternProperties, .additionalProperties, .unevaluatedProperties, .dynamicReference:
            isOpenItself = true
        case .reference: add(known[Int(instruction.a)], isCertain: true)
        case .allOf, .anyOf, .oneOf:
            for node in builder.children[Int(instruction.a)..<Int(instruction.a + instruction.b)] {
                add(known[Int(node)], isCertain: instruction.operation == .allOf)
            }
        case .conditional:
            for node in [instruction.a, instruction.b, instruction.c] where node >= 0 {
                add(known[Int(node)], isCertain: false)
            }
        case .dependentSchemas:
            for dependent in builder.dependentSchemas[Int(instruction.a)..<Int(instruction.a + instruction.b)] {
                add(known[Int(dependent.node)], isCertain: false)
            }
        default: break
        }
    }

    /// The names that the subschema `number`, its `unevaluatedProperties` apart, evaluates; nil when that depends on
    /// the instance.
    func certainNames(of number: Int, in builder: ProgramBuilder) -> [NameRecord]? {
        let node = builder.nodes[number]
        let instructions = builder.instructions[Int(node.start)..<Int(node.end)]
        let openings = instructions.filter {
            switch $0.operation {
            case .patternProperties, .additionalProperties, .dynamicReference: true
            default: false
            }
        }
        guard openings.isEmpty, !isOpenBelow, possible == certain else { return nil }
        return builder.names.filter { certain.contains($0.offset) }
    }
}
