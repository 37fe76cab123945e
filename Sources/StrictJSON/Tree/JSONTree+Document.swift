extension JSONTree {
    /// Copies a value out of its document.
    ///
    /// Literals of numbers and the order of members are kept.
    ///
    /// A lone surrogate, where the policy let it in, becomes U+FFFD.
    public init(_ value: JSONValue) {
        self = value.document.withTape { JSONTree(from: $0, value.index) }
    }

    /// Reads a text into a tree.
    ///
    /// - Throws: what `JSONDocument(parsing:policy:)` throws.
    public init(parsing bytes: [UInt8], policy: JSONTextPolicy = .strict) throws(JSONTextError) {
        self.init(try JSONDocument(parsing: bytes, policy: policy).root)
    }

    /// Reads a text given as a string into a tree.
    ///
    /// - Throws: what `JSONDocument(parsing:policy:)` throws.
    public init(parsing text: String, policy: JSONTextPolicy = .strict) throws(JSONTextError) {
        self.init(try JSONDocument(parsing: text, policy: policy).root)
    }

    /// A container whose children are being collected.
    private struct Open {
        let end: Int
        let isObject: Bool
        var name = ""
        var elements: [JSONTree] = []
        var members: [Member] = []

        init(of tape: JSONTape, _ index: Int) {
            end = tape.next(index)
            isObject = tape.kind(index) == .object
            if isObject { members.reserveCapacity(tape.childCount(index)) }
            if !isObject { elements.reserveCapacity(tape.childCount(index)) }
        }

        mutating func add(_ value: JSONTree) {
            if isObject {
                members.append(Member(name: name, value: value))
            } else {
                elements.append(value)
            }
        }

        var tree: JSONTree { isObject ? .object(members) : .array(elements) }
    }

    private init(from tape: JSONTape, _ root: Int) {
        var open: [Open] = []
        var index = root
        while true {
            var value: JSONTree
            switch tape.kind(index) {
            case .name:
                open[open.count - 1].name = tape.string(index)
                index += 1
                continue
            case .array, .object:
                open.append(Open(of: tape, index))
                index += 1
                guard let innermost = open.last, index == innermost.end else { continue }
                value = innermost.tree
                open.removeLast()
            case .null: (value, index) = (.null, index + 1)
            case .false: (value, index) = (.boolean(false), index + 1)
            case .true: (value, index) = (.boolean(true), index + 1)
            case .string: (value, index) = (.string(tape.string(index)), index + 1)
            case .number:
                value = .number(JSONNumber(checked: String(decoding: tape.written(index), as: UTF8.self)))
                index += 1
            }
            // The value may be the last of its container, and that of the one around it.
            while !open.isEmpty {
                open[open.count - 1].add(value)
                guard index == open[open.count - 1].end else { break }
                value = open.removeLast().tree
            }
            if open.isEmpty {
                self = value
                return
            }
        }
    }
}
