// `oneOf` (core 10.2.1.3).

extension Evaluator {
    mutating func applyOneOf(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var match: Int32?
        var count: Int32 = 0
        for branch in 0..<instruction.b {
            let node = view.children[Int(instruction.a + branch)]
            if isSilent && tracks ? evaluate(node, index, tracks: true) : verdict(node, index) {
                count += 1
                if count > 1, isSilent { return false }
                match = node
            }
        }
        if count > 1 { return fail(position, index, detail: .count(count)) }
        guard let match else {
            return isSilent ? false : reportBestBranch(instruction, position, index, tracks: tracks)
        }
        if !isSilent, tracks || usesAdvice { _ = apply(position, match, index, tracks: tracks) }
        return true
    }
}
