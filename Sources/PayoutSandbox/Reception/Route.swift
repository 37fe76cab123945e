import PayoutContract

/// What a path of the bank's API names.
struct Route: Hashable, Sendable {
    let version: APIVersion
    let operation: Operation
    /// The message that is called with.
    let request: MessageType
    /// The path, such as `/api/v1/session/create`.
    let path: String

    init(version: APIVersion, operation: Operation, request: MessageType) {
        self.version = version
        self.operation = operation
        self.request = request
        path = "/api/\(version.rawValue)/\(operation.path)"
    }
}
