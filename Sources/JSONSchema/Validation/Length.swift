@_spi(Tape) import StrictJSON

// `maxLength` and `minLength` (validation 6.3.1 and 6.3.2): lengths count Unicode scalars.

extension AssertionChecker {
    func isAtMostLength(_ instruction: Instruction, _ index: Int) -> Bool {
        let entry = tape[index]
        guard entry.info & 7 == 4 || entry.info & 7 == 7 else { return true }
        // No character takes less than a byte, so a short text needs no counting.
        if Int(entry.end &- entry.start) &- 2 <= Int(instruction.a) { return true }
        return tape.scalarCount(index) <= Int(instruction.a)
    }

    func isAtLeastLength(_ instruction: Instruction, _ index: Int) -> Bool {
        let entry = tape[index]
        guard entry.info & 7 == 4 || entry.info & 7 == 7 else { return true }
        let byteCount = Int(entry.end &- entry.start) &- 2
        // At most four bytes a character, or twelve where an escaped pair stands for it.
        if byteCount >= Int(instruction.a) &* (entry.has(TapeEntry.hasEscapes) ? 12 : 4) { return true }
        return tape.scalarCount(index) >= Int(instruction.a)
    }
}
