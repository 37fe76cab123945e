import PayoutVectors

extension ContractCases {
    /// What a partner's own code has to do: sign, verify, write requests and take webhooks.
    public static let adapter: [ContractCase] = fromVectors("adapter") { vectors in
        try AdapterSignatureCases.all(vectors) + EncodeCases.all + WebhookVectorCases.all(vectors)
            + WebhookDeliveryCases.all(vectors)
    }

    /// The cases of ``adapter`` about making and checking signatures, for a `PartnerSigner`.
    public static let signer = adapter.filter { $0.tags.contains("sign") || $0.tags.contains("verify") }

    /// The cases of ``adapter`` about the bodies of requests, for a `BankClient`.
    public static let bankClient = adapter.filter { $0.tags.contains("encode") }

    /// The cases of ``adapter`` about webhooks, for a `WebhookReceiver`.
    public static let webhookReceiver = adapter.filter { $0.tags.contains("receive_webhook") }

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
