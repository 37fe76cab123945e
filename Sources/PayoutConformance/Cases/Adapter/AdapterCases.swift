import PayoutVectors

extension ContractCases {
    /// What a partner's own code has to do: sign, verify, write requests and take webhooks.
    public static let adapter: [ContractCase] = fromVectors("adapter") { vectors in
        try AdapterSignatureCases.all(vectors) + EncodeCases.all + WebhookVectorCases.all(vectors)
            + WebhookDeliveryCases.all(vectors)
    }

    /// Cases that are made of vectors.
    ///
    /// Vectors that can't be read give one case, which fails with the reason: a suite without cases would pass.
    private static func fromVectors(
        _ suite: String,
        _ make: (VectorSet) throws -> [ContractCase]
    ) -> [ContractCase] {
        do {
            return try make(.embedded)
        } catch {
            let reason = "\(error)"
            return [
                ContractCase(id: "\(suite).vectors", title: "the vectors can be read", rules: []) { context in
                    context.report("SUITE.CASE", "the vectors can't be read: \(reason)")
                }
            ]
        }
    }
}
