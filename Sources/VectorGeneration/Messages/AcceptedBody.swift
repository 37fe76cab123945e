import PayoutContract
import PayoutVectors
import StrictJSON

/// A body that the contract accepts, and the case that says so: what generated cases are made from.
struct AcceptedBody: Sendable {
    /// The id of the case.
    let id: String
    /// What the body is.
    let type: MessageType
    /// How case files name the message: `session/confirm`, `ready_to_confirm` or `error`.
    let message: String
    /// The body.
    let tree: JSONTree
    /// The length of its compact form in bytes.
    let byteCount: Int
    /// The advice that the case lists.
    let warnings: Set<ExpectedFinding>

    /// The accepted body of a case; nil for other cases, and for bodies that are no JSON objects.
    init?(_ vector: VectorCase) {
        guard case .message(let message) = vector.content, let type = MessageType(message),
            case .accept(let warnings) = message.expectation,
            let tree = try? JSONTree(parsing: message.body), tree.members != nil
        else { return nil }
        self.init(id: vector.id, type: type, message: message.message, tree: tree, warnings: Set(warnings))
    }

    init(id: String, type: MessageType, message: String, tree: JSONTree, warnings: Set<ExpectedFinding>) {
        self.id = id
        self.type = type
        self.message = message
        self.tree = tree
        byteCount = JSONWriter.compact.write(tree).count
        self.warnings = warnings
    }

    /// The order in which bodies are tried: plain ones before those with advice, v1 before v2, small before large.
    func precedes(_ other: AcceptedBody) -> Bool {
        let own = (warnings.isEmpty ? 0 : 1, type.api == .v1 ? 0 : 1, byteCount)
        let others = (other.warnings.isEmpty ? 0 : 1, other.type.api == .v1 ? 0 : 1, other.byteCount)
        return own == others ? id.utf8.lexicographicallyPrecedes(other.id.utf8) : own < others
    }
}
