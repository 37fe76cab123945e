import PayoutContract
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
        timeout: Duration = .seconds(8),
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
            timeout: timeout,
            movesMoney: movesMoney,
            needsWebhooks: needsWebhooks
        ) { context in
            try run(PartnerClient(context))
        }
    }

    /// The same case in API v2: "bank.start.accepted" becomes "bank.v2.start.accepted".
    var speakingV2: ContractCase {
        func name(_ id: String) -> String {
            let suite = id.prefix { $0 != "." }
            return "\(suite).v2\(id.dropFirst(suite.count))"
        }
        var copy = self
        copy.id = name(id)
        copy.twin = twin.map(name)
        copy.title = title + " (v2)"
        copy.tags.append("v2")
        copy.api = .v2
        return copy
    }
}
