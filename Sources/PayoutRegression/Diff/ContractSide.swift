public import JSONSchema
public import PayoutContract
public import PayoutVectors
public import StrictJSON

/// One side of a comparison: a whole contract, or a single schema.
public struct ContractSide: Sendable {
    /// What people call it: a folder, a revision, a file.
    public let name: String
    /// The messages by their names, in the order of the API.
    let messages: [MessageSubject]
    /// The rules by their ids; none for a single schema.
    let rules: [Rule]
    /// What holds around the messages; nil for a single schema, and for contracts that do not say.
    let settings: ProtocolSettings?

    /// A whole contract.
    ///
    /// - Throws: an error when the vectors can't be used as a contract.
    public init(name: String, vectors: VectorSet) throws(ContractError) {
        self.name = name
        let contract = try Contract(vectors: vectors)
        rules = try contract.rules().all
        var messages: [MessageSubject] = []
        for api in APIVersion.allCases {
            for type in MessageType.all(of: api) where contract.supports(type) {
                messages.append(try MessageSubject(type, contract: contract, vectors: vectors))
            }
        }
        self.messages = messages
        do throws(VectorError) {
            settings = try vectors.protocolSettings()
        } catch {
            throw ContractError(code: .unreadableVectors, description: error.description)
        }
    }

    /// A single schema.
    ///
    /// - Parameter direction: Which way the messages travel that it is for.
    /// - Throws: the first fault of the schema.
    public init(
        name: String,
        schema: JSONDocument,
        direction: MessageType.Direction
    ) throws(SchemaError) {
        self.name = name
        messages = [try MessageSubject(name: "message", direction: direction, schema: schema)]
        rules = []
        settings = nil
    }
}
