package import StrictJSON

/// One demand of a schema at one place of a message, and ways to break it.
struct Break {
    /// A change of a right message.
    enum Edit {
        case replace(JSONTree)
        case add(String, JSONTree)
        case remove(String)
        /// Without several members at once.
        case removeAll([String])
        /// A member under another name.
        case rename(String, to: String)
        case append(JSONTree)
    }

    let pointer: JSONPointer
    /// The keyword, with the name that it is about: `required session_id`.
    let label: String
    let edits: [Edit]
    /// The keyword alone.
    let keyword: String
    /// The rules that the schemas name for the keyword, or for a choice around it.
    let rules: Set<String>
    /// The check that is to fail, of a keyword that asks for one: values near a right one break it.
    let check: NormalSchema.Check?
    /// What has to stand where for the demand to be made, the innermost branch first; empty for a demand on every message.
    let hosts: [Host]
    /// Everything that is said about the place where the demand is made.
    let node: SchemaModel.NodeID

    /// A place whose value is in the branch of a choice, or in what a condition asks for.
    struct Host: Hashable {
        let pointer: JSONPointer
        let node: SchemaModel.NodeID
    }

    /// The message after an edit; nil where the edit does not apply.
    func apply(_ edit: Edit, to message: JSONTree) -> JSONTree? {
        switch edit {
        case .replace(let value):
            return message.setting(pointer, to: value)
        case .add(let name, let value):
            guard message[pointer]?.members != nil else { return nil }
            return message.setting(pointer.appending(name), to: value)
        case .remove(let name):
            guard message[pointer.appending(name)] != nil else { return nil }
            return message.removing(pointer.appending(name))
        case .removeAll(let names):
            guard names.contains(where: { message[pointer.appending($0)] != nil }) else { return nil }
            return names.reduce(message) { $0.removing(pointer.appending($1)) }
        case .rename(let name, let other):
            guard let value = message[pointer.appending(name)] else { return nil }
            return message.removing(pointer.appending(name)).setting(pointer.appending(other), to: value)
        case .append(let value):
            guard let elements = message[pointer]?.elements else { return nil }
            return message.setting(pointer, to: .array(elements + [value]))
        }
    }
}

/// A message that breaks one rule.
package struct BrokenMessage: Sendable {
    /// The bytes; some are no JSON.
    package let bytes: [UInt8]
    /// The rule that is broken, or the keyword of a schema without rules.
    package let rule: String
    /// The place in the message.
    package let pointer: JSONPointer
    /// The demand that was aimed at.
    package let breaks: String
    /// Whether the message is refused; a broken rule of level SHOULD is advice.
    package let isRefused: Bool
}
