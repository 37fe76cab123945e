public import PayoutVectors

extension MessageType {
    /// The type that the head of a case file names, or nil when that version of the API does not have it.
    ///
    /// - Parameter message: The path of an operation, the type of a webhook, or `error`.
    public init?(_ message: String, direction: MessageCase.Direction, api: APIVersion) {
        switch direction {
        case .request: self.init(name: message, api: api)
        case .response: self.init(name: message == "error" ? message : "\(message)/response", api: api)
        case .webhook: self.init(name: "webhook/\(message)", api: api)
        }
    }

    /// The type of the body of a case, or nil when this kit does not know it.
    public init?(_ vector: MessageCase) {
        guard let api = APIVersion(rawValue: vector.api) else { return nil }
        self.init(vector.message, direction: vector.direction, api: api)
    }
}
