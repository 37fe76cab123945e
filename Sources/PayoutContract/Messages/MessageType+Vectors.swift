public import PayoutVectors

extension MessageType {
    /// The type of the body of a case, or nil when this kit does not know it.
    public init?(_ vector: MessageCase) {
        guard let api = APIVersion(rawValue: vector.api) else { return nil }
        self.init(name: vector.name, api: api)
    }
}
