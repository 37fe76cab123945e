extension JSONOutput {
    /// A container whose children are being written.
    private enum Open {
        case array(IndexingIterator<[JSONTree]>)
        case object(IndexingIterator<[JSONTree.Member]>)
    }

    /// Adds a tree, without recursion.
    mutating func write(_ tree: JSONTree) {
        var open: [Open] = []
        begin(tree, &open)
        while let innermost = open.popLast() {
            switch innermost {
            case .array(var elements):
                guard let element = elements.next() else {
                    close(ASCII.closeBracket)
                    continue
                }
                open.append(.array(elements))
                begin(element, &open)
            case .object(var members):
                guard let member = members.next() else {
                    close(ASCII.closeBrace)
                    continue
                }
                open.append(.object(members))
                addName(member.name)
                begin(member.value, &open)
            }
        }
    }

    private mutating func begin(_ tree: JSONTree, _ open: inout [Open]) {
        switch tree {
        case .null: addLiteral("null")
        case .boolean(true): addLiteral("true")
        case .boolean(false): addLiteral("false")
        case .number(let number): addNumber(number.literal)
        case .string(let text): addString(text)
        case .array(let elements):
            self.open(ASCII.openBracket)
            open.append(.array(elements.makeIterator()))
        case .object(let members):
            self.open(ASCII.openBrace)
            open.append(.object(members.makeIterator()))
        }
    }
}
