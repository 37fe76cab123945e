import StrictJSON

/// Reads the members of one JSON object of a vector file, and knows which were not read.
///
/// Every failure says the file, the line and the member.
struct RecordReader {
    /// The file.
    let path: String
    /// What the object is, for reasons: "a rule", "a case".
    let subject: String
    /// The object.
    let value: JSONValue
    private var readNames: [String] = []

    /// Starts on `value`, which has to be an object.
    init(_ value: JSONValue, of subject: String, in path: String) throws(VectorError) {
        self.value = value
        self.subject = subject
        self.path = path
        guard value.kind == .object else { throw failure("\(subject) must be an object") }
    }

    /// Parses a file and starts on its root.
    init(file path: String, of subject: String, in set: VectorSet) throws(VectorError) {
        let document = try set.document(at: path)
        try self.init(document.root, of: subject, in: path)
    }

    /// The error for `reason` at `place`, or at this object.
    func failure(_ reason: String, at place: JSONValue? = nil) -> VectorError {
        let offset = (place ?? value).byteRange.lowerBound
        return VectorError(path: path, position: value.document.position(at: offset), reason: reason)
    }

    /// The member called `name`, or nil when it is absent.
    mutating func optional(_ name: String) -> JSONValue? {
        readNames.append(name)
        return value[name]
    }

    /// The member called `name`.
    mutating func required(_ name: String) throws(VectorError) -> JSONValue {
        guard let member = optional(name) else { throw failure("\(subject) must have the member \(name)") }
        return member
    }

    /// The string called `name`, which must not be empty.
    mutating func string(_ name: String) throws(VectorError) -> String {
        try text(try required(name), name)
    }

    /// The string called `name`, or nil when it is absent.
    mutating func optionalString(_ name: String) throws(VectorError) -> String? {
        guard let member = optional(name) else { return nil }
        return try text(member, name)
    }

    /// The list of strings called `name`; none when it is absent.
    mutating func strings(_ name: String) throws(VectorError) -> [String] {
        guard let member = optional(name) else { return [] }
        return try map(member, name) { (element) throws(VectorError) in try text(element, name) }
    }

    /// The number called `name`, which must be an integer from 0.
    mutating func count(_ name: String) throws(VectorError) -> Int {
        let member = try required(name)
        guard let number = member.number?.int64, let count = Int(exactly: number), count >= 0 else {
            throw failure("\(name) must be a number from 0", at: member)
        }
        return count
    }

    /// The member called `name` as one of the raw values of `Choice`.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        as type: Choice.Type = Choice.self
    ) throws(VectorError) -> Choice where Choice.RawValue == String {
        let member = try required(name)
        return try choice(of: member, name)
    }

    /// A value as one of the raw values of `Choice`.
    func choice<Choice: RawRepresentable & CaseIterable>(
        of member: JSONValue,
        _ name: String
    ) throws(VectorError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text(member, name)) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure("\(name) must be one of \(names)", at: member)
        }
        return choice
    }

    /// Reads each element of an array.
    func map<Element>(
        _ member: JSONValue,
        _ name: String,
        _ read: (JSONValue) throws(VectorError) -> Element
    ) throws(VectorError) -> [Element] {
        guard member.kind == .array else { throw failure("\(name) must be an array", at: member) }
        var elements: [Element] = []
        elements.reserveCapacity(member.count)
        for element in member.elements { elements.append(try read(element)) }
        return elements
    }

    /// Refuses members that nobody read: a misspelled member must not go unnoticed.
    func finish() throws(VectorError) {
        for member in value.members where !readNames.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
            let position = value.document.position(at: member.nameByteRange.lowerBound)
            throw VectorError(path: path, position: position, reason: "\(subject) has no member \(member.name)")
        }
    }

    private func text(_ member: JSONValue, _ name: String) throws(VectorError) -> String {
        guard let text = member.string else { throw failure("\(name) must be a string", at: member) }
        guard !text.isEmpty else { throw failure("\(name) must not be empty", at: member) }
        return text
    }
}
