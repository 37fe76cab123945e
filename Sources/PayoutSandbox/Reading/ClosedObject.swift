import PayoutContract
import StrictJSON

/// What is wrong with a document that people write for the sandbox, and where.
struct MemberFault: Error, Hashable {
    /// Offset of the value or name at fault, in bytes from 0.
    var offset: Int
    /// The way to it, such as `projects[0].switches.fee`.
    var path: String
    /// What is wrong, as a clause.
    var sentence: String
}

/// A JSON object whose members are all known: a name that is not is a fault.
struct ClosedObject {
    private let value: JSONValue
    private let path: String

    init(_ value: JSONValue, at path: String = "", members: [String]) throws(MemberFault) {
        self.value = value
        self.path = path
        guard value.kind == .object else {
            throw MemberFault(offset: value.byteRange.lowerBound, path: path, sentence: "must be an object")
        }
        for member in value.members where !members.contains(member.name) {
            let nearest = NameSuggestion.rightName(for: member.name, among: members)
            let hint = nearest.map { ", did you mean \($0)?" } ?? "; known are \(members.joined(separator: ", "))"
            throw MemberFault(
                offset: member.nameByteRange.lowerBound,
                path: child(member.name),
                sentence: "is no known member\(hint)"
            )
        }
    }

    /// A fault of the object as a whole.
    func fault(_ sentence: String) -> MemberFault {
        MemberFault(offset: value.byteRange.lowerBound, path: path, sentence: sentence)
    }

    /// A fault of one member.
    func fault(of name: String, _ sentence: String) -> MemberFault {
        MemberFault(offset: (value[name] ?? value).byteRange.lowerBound, path: child(name), sentence: sentence)
    }

    func has(_ name: String) -> Bool { value[name] != nil }

    func path(of name: String) -> String { child(name) }

    subscript(name: String) -> JSONValue? { value[name] }

    // MARK: Typed members

    func string(_ name: String) throws(MemberFault) -> String? {
        guard let member = value[name] else { return nil }
        guard let string = member.string else { throw fault(of: name, "must be a string") }
        return string
    }

    func required(_ name: String) throws(MemberFault) -> String {
        guard let string = try string(name), !string.isEmpty else {
            throw fault(of: name, "must be a string that is not empty")
        }
        return string
    }

    func strings(_ name: String) throws(MemberFault) -> [String]? {
        guard let member = value[name] else { return nil }
        let strings = member.elements.compactMap(\.string)
        guard member.kind == .array, strings.count == member.count else {
            throw fault(of: name, "must be a list of strings")
        }
        return strings
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(MemberFault) -> Int? {
        guard let member = value[name] else { return nil }
        guard let number = member.number?.int64, let integer = Int(exactly: number), range.contains(integer) else {
            throw fault(of: name, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    func boolean(_ name: String) throws(MemberFault) -> Bool? {
        guard let member = value[name] else { return nil }
        guard let boolean = member.boolean else { throw fault(of: name, "must be true or false") }
        return boolean
    }

    /// Seconds, as a number with up to six decimals.
    func seconds(_ name: String) throws(MemberFault) -> Duration? {
        guard let member = value[name] else { return nil }
        guard let literal = member.number?.literal, let duration = Duration(secondsText: literal) else {
            throw fault(of: name, "must be a number of seconds, such as 0.25")
        }
        return duration
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        of type: Choice.Type
    ) throws(MemberFault) -> Choice? where Choice.RawValue == String {
        guard let text = try string(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw fault(of: name, "must be one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// A string, a number or a truth value as text, as switches take them.
    static func text(of value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string
        case .number: value.number?.literal
        case .boolean: value.boolean == true ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    private func child(_ name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }
}
