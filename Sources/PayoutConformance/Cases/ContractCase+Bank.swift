import PayoutVectors

extension ContractCase {
    /// A case of the bank suite; its id gets the prefix "bank.".
    static func bank(
        _ id: String,
        _ title: String,
        rules: [RuleID],
        level: Rule.Level = .must,
        twin: String? = nil,
        tags: [String] = [],
        movesMoney: Bool = false,
        needsWebhooks: Bool = false,
        run: @escaping @Sendable (PartnerClient) throws -> Void
    ) -> ContractCase {
        ContractCase(
            id: "bank." + id,
            title: title,
            rules: rules,
            level: level,
            twin: twin.map { "bank." + $0 },
            tags: tags,
            timeout: .seconds(8),
            movesMoney: movesMoney,
            needsWebhooks: needsWebhooks
        ) { context in
            try run(PartnerClient(context))
        }
    }
}
