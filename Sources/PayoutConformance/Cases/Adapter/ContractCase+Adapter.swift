import PayoutVectors

extension ContractCase {
    /// A case of the adapter suite; its id gets the prefix "adapter.".
    static func adapter(
        _ id: String,
        _ title: String,
        rules: [RuleID],
        level: Rule.Level = .must,
        twin: String? = nil,
        tags: [String],
        run: @escaping @Sendable (AdapterClient) throws -> Void
    ) -> ContractCase {
        ContractCase(
            id: "adapter." + id,
            title: title,
            rules: rules,
            level: level,
            twin: twin.map { "adapter." + $0 },
            tags: tags,
            timeout: .seconds(15)
        ) { context in
            try run(AdapterClient(context))
        }
    }
}
