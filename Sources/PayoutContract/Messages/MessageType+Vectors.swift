public import PayoutVectors

extension MessageType {
    /// The type of the message that a case of the vectors is about, or nil when this kit does not know it.
    public init?(of vector: MessageCase) {
        guard let api = APIVersion(rawValue: vector.api) else { return nil }
        let name =
            switch vector.direction {
            case .request: vector.message
            case .response: vector.message == "error" ? "error" : "\(vector.message)/response"
            case .webhook: "webhook/\(vector.message)"
            }
        self.init(name: name, api: api)
    }
}
