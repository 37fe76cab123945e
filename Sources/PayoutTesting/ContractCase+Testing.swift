public import PayoutConformance
public import Testing

extension ContractCase: CustomTestStringConvertible {
    /// The id: the name of one result in a parameterised test.
    public var testDescription: String { id }
}

extension ContractCase: CustomTestArgumentEncodable {
    /// Encodes the id, which is permanent, so that one case can be run again by itself.
    public func encodeTestArgument(to encoder: some Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id)
    }
}
