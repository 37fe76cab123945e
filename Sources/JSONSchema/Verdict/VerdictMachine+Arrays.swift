@_spi(Tape) import StrictJSON

extension VerdictMachine {
    func holdsForItems(_ instruction: Instruction, _ index: Int) -> Bool {
        var skipped = instruction.b
        var element = index + 1
        let end = tape.next(index)
        while element < end {
            if skipped > 0 {
                skipped -= 1
            } else if !accepts(instruction.a, element) {
                return false
            }
            element = tape.next(element)
        }
        return true
    }

    func holdsForPrefix(_ instruction: Instruction, _ index: Int) -> Bool {
        var element = index + 1
        let end = tape.next(index)
        var number = 0
        while element < end, number < Int(instruction.b) {
            if !accepts(view.children[Int(instruction.a) + number], element) { return false }
            element = tape.next(element)
            number += 1
        }
        return true
    }

    func holdsForEnough(_ instruction: Instruction, _ index: Int) -> Bool {
        var count: Int32 = 0
        var element = index + 1
        let end = tape.next(index)
        while element < end {
            if accepts(instruction.a, element) {
                count += 1
                if instruction.c < 0 ? count >= instruction.b : count > instruction.c { break }
            }
            element = tape.next(element)
        }
        return count >= instruction.b && (instruction.c < 0 || count <= instruction.c)
    }
}
