package import StrictJSON

/// One demand of a schema at one place of a message, and ways to break it.
struct Break {
    /// A change of a right message.
    enum Edit {
        case replace(JSONTree)
        case add(String, JSONTree)
        case remove(String)
        /// A member under another name.
        case rename(String, to: String)
        case append(JSONTree)
    }

    let pointer: JSONPointer
    /// The keyword, with the name that it is about: `required session_id`.
    let label: String
    let edits: [Edit]
    /// What has to stand at the place before it is edited; nil for what usually does.
    let host: SchemaModel.NodeID?

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
