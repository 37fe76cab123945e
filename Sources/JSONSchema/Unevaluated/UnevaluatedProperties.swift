@_spi(Tape) import StrictJSON

// `unevaluatedProperties` (core 11.3).

extension SchemaCompiler {
    mutating func compileUnevaluatedProperties(
        _ context: KeywordContext,
        into draft: inout NodeDraft
    ) throws(SchemaError) {
        let node = try child(context.value, of: context.node)
        draft.add(Instruction(operation: .unevaluatedProperties, a: node), .unevaluated, context.site)
    }

    /// Finds the subschemas that have to record what is evaluated: those with `unevaluatedItems` or
    /// `unevaluatedProperties`, and those whose advice has one.
    mutating func findTracking() {
        var known: [Int32: Bool] = [:]
        for number in builder.nodes.indices {
            let node = builder.nodes[number]
            for position in Int(node.start)..<Int(node.end) {
                let instruction = builder.instructions[position]
                switch instruction.operation {
                case .unevaluatedItems, .unevaluatedProperties:
                    builder.nodes[number].tracks = true
                case .advisory where asksForEvaluated(instruction.a, known: &known):
                    builder.nodes[number].tracks = true
                default: break
                }
            }
        }
    }

    /// Whether a subschema, or one that it applies at the same location, asks what was evaluated.
    private func asksForEvaluated(_ number: Int32, known: inout [Int32: Bool]) -> Bool {
        if let answer = known[number] { return answer }
        known[number] = false
        let node = builder.nodes[Int(number)]
        var answer = false
        for position in Int(node.start)..<Int(node.end) where !answer {
            let operation = builder.instructions[position].operation
            answer = operation == .unevaluatedItems || operation == .unevaluatedProperties
        }
        known[number] = answer
        return answer
    }
}

extension Evaluator {
    mutating func applyUnevaluatedProperties(
        _ instruction: Instruction,
        _ position: Int32,
        _ index: Int,
        base: Int
    ) -> Bool {
        var holds = true
        var name = index + 1
        let end = tape.next(index)
        while name < end {
            let value = name + 1
            if !evaluated.contains(value, since: base) {
                if !applyToExtraMember(instruction.a, position, name) {
                    if isSilent { return false }
                    holds = false
                }
                evaluated.insert(value)
            }
            name = tape.next(value)
        }
        return holds
    }
}
