/// Header fields in their order, with names as written.
///
/// Lookups compare names without case (RFC 9110 section 5.1). Values read from the wire are decoded as UTF-8, with
/// U+FFFD for bytes that are none; the exact bytes are in `rawHead` of the message.
public struct HTTPHeaders: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One field line.
    public struct Field: Hashable, Sendable {
        /// The name as written.
        public var name: String
        /// The value without the blanks around it.
        public var value: String

        /// Creates a field; it is checked when a message with it is sent.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// Whether the field has this name, compared without case.
        public func isCalled(_ name: String) -> Bool {
            HTTPHeaders.areEqual(self.name, name)
        }
    }

    /// The fields in the order of the message.
    public var fields: [Field]

    /// Creates a list without fields.
    public init() {
        fields = []
    }

    /// Creates a list of the fields in their order.
    public init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// Creates a list in the order of the literal; a name may stand twice.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    init(fields: [Field]) {
        self.fields = fields
    }

    /// The number of fields.
    public var count: Int { fields.count }
    /// Whether there is no field.
    public var isEmpty: Bool { fields.isEmpty }

    /// The value of the first field of that name.
    ///
    /// Setting it replaces all fields of that name, and nil removes them.
    public subscript(name: String) -> String? {
        get { fields.first { Self.areEqual($0.name, name) }?.value }
        set {
            if let newValue {
                replace(name, with: newValue)
            } else {
                remove(name)
            }
        }
    }

    /// The values of all fields of that name, in their order.
    public func all(_ name: String) -> [String] {
        fields.filter { Self.areEqual($0.name, name) }.map(\.value)
    }

    /// Whether there is a field of that name.
    public func contains(_ name: String) -> Bool {
        fields.contains { Self.areEqual($0.name, name) }
    }

    /// Appends a field and leaves others of the same name in place.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Puts one field in the place of the first of that name and removes the others; appends when there is none.
    public mutating func replace(_ name: String, with value: String) {
        guard let first = fields.firstIndex(where: { Self.areEqual($0.name, name) }) else {
            add(name, value)
            return
        }
        remove(name)
        fields.insert(Field(name: name, value: value), at: first)
    }

    /// Removes all fields of that name.
    public mutating func remove(_ name: String) {
        fields.removeAll { Self.areEqual($0.name, name) }
    }

    /// Whether a field of that name lists the token, compared without case, as in `Connection: keep-alive, close`.
    public func lists(_ token: String, in name: String) -> Bool {
        for field in fields where Self.areEqual(field.name, name) {
            for part in field.value.utf8.split(separator: ASCII.comma) where Self.isToken(part, token) {
                return true
            }
        }
        return false
    }

    private static func isToken(_ part: Substring.UTF8View, _ token: String) -> Bool {
        var part = part[...]
        while let first = part.first, ASCII.isBlank(first) { part.removeFirst() }
        while let last = part.last, ASCII.isBlank(last) { part.removeLast() }
        return part.count == token.utf8.count
            && zip(part, token.utf8).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
    }

    /// Compares two names without case; only ASCII letters fold, as the grammar allows no others.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let left = left.utf8
        let right = right.utf8
        guard left.count == right.count else { return false }
        var other = right.makeIterator()
        for byte in left {
            guard let second = other.next() else { return false }
            if byte != second, ASCII.lowercased(byte) != ASCII.lowercased(second) { return false }
        }
        return true
    }
}
