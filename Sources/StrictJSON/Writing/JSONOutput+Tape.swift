extension JSONOutput {
    /// Adds a value of a tape and all it holds.
    mutating func write(_ tape: JSONTape, _ root: Int) {
        // The ends of the open containers and their closing brackets.
        var open: [(end: Int, bracket: UInt8)] = []
        var index = root
        let end = tape.next(root)
        while true {
            while let innermost = open.last, innermost.end == index {
                close(innermost.bracket)
                open.removeLast()
            }
            guard index < end else { return }
            switch tape.kind(index) {
            case .null: addLiteral("null")
            case .false: addLiteral("false")
            case .true: addLiteral("true")
            case .number: addNumber(tape.written(index))
            case .string: tape.withDecodedBytes(index) { addString($0) }
            case .name: tape.withDecodedBytes(index) { addName($0) }
            case .array:
                self.open(ASCII.openBracket)
                open.append((tape.next(index), ASCII.closeBracket))
            case .object:
                self.open(ASCII.openBrace)
                open.append((tape.next(index), ASCII.closeBrace))
            }
            index += 1
        }
    }
}
