import StrictJSON

/// One difference between two schemas at one place of a message, before its harm is known.
struct SchemaDifference {
    let kind: ChangeKind
    /// The place; elements of arrays are `0`, members that are not described `another_member`.
    let pointer: JSONPointer
    /// The member that it is about, for kinds about members.
    var name: String?
    /// What was there, as text.
    var before: String?
    /// What is there.
    var after: String?
    /// What it does to the messages that are allowed, as far as that is known.
    var effect: ChangeEffect
    /// A text that tells the sides apart.
    var text: String?
    /// What must stand there for the difference to show, on the old and the new side.
    var hosts: (old: SchemaModel.NodeID, new: SchemaModel.NodeID)?
    /// The rule of a check.
    var rule: String?
    /// What was there and what is, where ``before`` and ``after`` do not say it in full: digests.
    var detail: String?
}
