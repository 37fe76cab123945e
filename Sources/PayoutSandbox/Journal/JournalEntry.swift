import PartnerSignature
import PayoutContract
import StrictJSON

/// A member of a journal's line that is missing or wrong.
struct EntryFault: Error, Hashable {
    var name: String
}

/// An object of a journal's line, read by member.
struct JournalEntry {
    let value: JSONValue

    func text(_ name: String) throws(EntryFault) -> String {
        guard let text = value[name]?.string else { throw EntryFault(name: name) }
        return text
    }

    func flag(_ name: String) throws(EntryFault) -> Bool {
        guard let flag = value[name]?.boolean else { throw EntryFault(name: name) }
        return flag
    }

    func integer<Number: FixedWidthInteger>(
        _ name: String,
        _ type: Number.Type = Number.self
    ) throws(EntryFault)
        -> Number
    {
        guard let literal = value[name]?.number?.literal, let number = Number(literal) else {
            throw EntryFault(name: name)
        }
        return number
    }

    func moment(_ name: String) throws(EntryFault) -> SandboxInstant {
        SandboxInstant(microseconds: try integer(name))
    }

    func object(_ name: String) throws(EntryFault) -> JournalEntry {
        guard let object = value[name], object.kind == .object else { throw EntryFault(name: name) }
        return JournalEntry(value: object)
    }

    func optional(_ name: String) -> JournalEntry? {
        value[name].map { JournalEntry(value: $0) }
    }

    func list(_ name: String) throws(EntryFault) -> [JournalEntry] {
        guard let list = value[name] else { return [] }
        guard list.kind == .array else { throw EntryFault(name: name) }
        return list.elements.map { JournalEntry(value: $0) }
    }

    func digest(_ name: String) throws(EntryFault) -> SHA256Digest {
        guard let digest = SHA256Digest(hexadecimal: try text(name)) else { throw EntryFault(name: name) }
        return digest
    }

    func choice<Choice: RawRepresentable<String>>(
        _ name: String,
        _ type: Choice.Type = Choice.self
    ) throws(EntryFault)
        -> Choice
    {
        guard let choice = Choice(rawValue: try text(name)) else { throw EntryFault(name: name) }
        return choice
    }

    /// The bytes behind a member in Base64; nil when it is absent.
    func bytes(_ name: String) throws(EntryFault) -> [UInt8]? {
        guard let member = value[name] else { return nil }
        guard let text = member.string, let bytes = try? Base64.decode(text) else { throw EntryFault(name: name) }
        return bytes
    }

    /// The JSON behind a member in Base64; nil when it is absent, or when masking a number has left no JSON.
    func json(_ name: String) throws(EntryFault) -> [UInt8]? {
        try bytes(name).flatMap { bytes in (try? JSONDocument(parsing: bytes)).map { _ in bytes } }
    }
}
