@_spi(Tape) import StrictJSON

// `prefixItems` (core 10.3.1.1).

extension SchemaCompiler {
    mutating func compilePrefixItems(_ context: KeywordContext, into draft: inout NodeDraft) throws(SchemaError) {
        try compileBranches(.prefixItems, context, into: &draft)
    }
}

extension Evaluator {
    mutating func applyPrefixItems(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var holds = true
        var element = index + 1
        let end = tape.next(index)
        var number: Int32 = 0
        while element < end, number < instruction.b {
            if !apply(position, view.children[Int(instruction.a + number)], element, tracks: false) {
                if isSilent { return false }
                holds = false
            }
            if tracks { evaluated.insert(element) }
            element = tape.next(element)
            number += 1
        }
        return holds
    }
}
