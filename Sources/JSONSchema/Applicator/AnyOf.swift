// `anyOf` (core 10.2.1.2).

extension Evaluator {
    /// Without annotations to collect the first branch that holds decides; otherwise all branches are looked at.
    mutating func applyAnyOf(_ instruction: Instruction, _ position: Int32, _ index: Int, tracks: Bool) -> Bool {
        var holds = false
        for branch in 0..<instruction.b {
            let node = view.children[Int(instruction.a + branch)]
            if isSilent {
                guard evaluate(node, index, tracks: tracks) else { continue }
                if !tracks { return true }
                holds = true
            } else if verdict(node, index) {
                holds = true
                guard tracks || usesAdvice else { return true }
                _ = apply(position, node, index, tracks: tracks)
            }
        }
        if holds || isSilent { return holds }
        return reportBestBranch(instruction, position, index, tracks: tracks)
    }
}
