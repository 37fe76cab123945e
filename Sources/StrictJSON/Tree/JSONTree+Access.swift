extension JSONTree {
    /// The kind of the value.
    public var kind: JSONValue.Kind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The text of a string; nil for other kinds.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The number; nil for other kinds.
    public var number: JSONNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The value of `true` or `false`; nil for other kinds.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// The elements of an array; nil for other kinds.
    public var elements: [JSONTree]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object; nil for other kinds.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The value of the member of that name; of equal names the last counts.
    ///
    /// Setting replaces the value in its place or adds the member at the end; setting nil removes all members of the
    /// name. On a value that is no object, getting gives nil and setting does nothing.
    public subscript(name: String) -> JSONTree? {
        get { members?.last { $0.name.utf8.elementsEqual(name.utf8) }?.value }
        set {
            guard case .object(var members) = self else { return }
            // Lets the array be edited in place.
            self = .null
            if let newValue {
                if let place = members.lastIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
                    members[place].value = newValue
                } else {
                    members.append(Member(name: name, value: newValue))
                }
            } else {
                members.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
            }
            self = .object(members)
        }
    }

    /// The value that a pointer leads to (RFC 6901).
    ///
    /// Setting replaces the value, or adds the last token as a member of an object, or, where it is `-` or the number
    /// of elements, as the last element of an array; setting nil removes the member or element. Where the way to the
    /// last token does not exist, getting gives nil and setting does nothing. The root can be replaced, not removed.
    public subscript(pointer: JSONPointer) -> JSONTree? {
        get {
            var value = self
            for token in pointer.tokens {
                guard let next = value.child(token) else { return nil }
                value = next
            }
            return value
        }
        set { set(newValue, at: pointer.tokens[...]) }
    }

    /// A copy with the value at a pointer replaced or added, as by the subscript.
    public func setting(_ pointer: JSONPointer, to value: JSONTree) -> JSONTree {
        var copy = self
        copy[pointer] = value
        return copy
    }

    /// A copy without the member or element at a pointer.
    public func removing(_ pointer: JSONPointer) -> JSONTree {
        var copy = self
        copy[pointer] = nil
        return copy
    }

    private func child(_ token: String) -> JSONTree? {
        switch self {
        case .object: return self[token]
        case .array(let elements):
            guard let position = JSONPointer.arrayIndex(token), position < elements.count else { return nil }
            return elements[position]
        default: return nil
        }
    }

    private mutating func set(_ value: JSONTree?, at tokens: ArraySlice<String>) {
        guard let token = tokens.first else {
            if let value { self = value }
            return
        }
        if case .array(var elements) = self {
            let position = token == "-" ? elements.count : JSONPointer.arrayIndex(token) ?? -1
            guard position >= 0, position <= elements.count else { return }
            if tokens.count > 1 {
                guard position < elements.count else { return }
                elements[position].set(value, at: tokens.dropFirst())
            } else if position == elements.count {
                if let value { elements.append(value) }
            } else if let value {
                elements[position] = value
            } else {
                elements.remove(at: position)
            }
            self = .array(elements)
        } else if tokens.count == 1 {
            self[token] = value
        } else if var next = self[token] {
            next.set(value, at: tokens.dropFirst())
            self[token] = next
        }
    }
}
